use super::*;

#[track_caller]
fn check(expected: bool, texts: &[&str]) {
    for text in texts {
        let is_one = begins_as_output(text) || is_output(text);
        assert_eq!(
            is_one,
            expected,
            "{text}\n{:?}",
            classify(&text.lines().collect::<Vec<_>>())
        );
    }
}

#[test]
fn logs_keep_their_lines() {
    check(
        true,
        &[
            "Nov 26 03:46:01 pier systemd[1]: Starting the daily clean up of the harbour...\n\
             Nov 26 03:46:02 pier systemd[1]: Finished the daily clean up of the harbour.\n\
             Nov  6 03:50:11 pier kernel: usb 1-1: new device\n",
            "2024-01-12T10:22:33.123Z INFO  server: listening to whoever comes\n\
             2024-01-12T10:22:34.001Z WARN  db: it was slow today\n",
            "203.0.113.4 - - [12/Jan/2024:10:22:33 +0000] \"GET /index.html HTTP/1.1\" 200 1234\n\
             203.0.113.9 - - [12/Jan/2024:10:23:33 +0000] \"POST /form HTTP/1.1\" 500 12\n",
            "test layout::tide ... ok\ntest layout::pier ... FAILED\n\ntest result: FAILED. 1 passed; 1 failed; 0 ignored\n",
            "PING pier.example (203.0.113.4) 56(84) bytes of data.\n\
             64 bytes from 203.0.113.4: icmp_seq=1 ttl=55 time=12.3 ms\n\
             64 bytes from 203.0.113.4: icmp_seq=2 ttl=55 time=11.9 ms\n",
            "[10:22:33] Starting the harbour\n[10:22:34] Reading the tides of yesterday\n[10:22:36] Done. Nothing to report\n",
            "03:46:01.123 [main] INFO  harbour - Starting the harbour of the town\n\
             03:46:02.020 [main] WARN  harbour - The tide is late and nobody knows why\n",
            "26-Nov-2026 03:46:01.123 The harbour is open\n26-Nov-2026 03:46:02.001 The harbour is closed\n",
            "INFO  Starting the harbour of the town\nDEBUG Reading the tides from the file that was given\nWARN  The tide is late\n",
            "==912== An error was found on the way to the harbour\n==912== It was left there for all to see\n",
            "   Compiling libc v0.2.155\n   Compiling harbour v0.1.0 (/home/ada/harbour)\n    Finished in 12.34s\n",
            "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 state UNKNOWN\n    link/loopback 00:00:00:00:00:00\n    \
             inet 127.0.0.1/8 scope host lo\n       valid_lft forever preferred_lft forever\n",
            "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000\n    \
             link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n\
             2: pier0@if3: <BROADCAST,NOARP> mtu 1500 qdisc noop state DOWN group default qlen 32\n    \
             link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n\
             3: pier1: <BROADCAST,NOARP> mtu 1500 qdisc noop state DOWN group default qlen 32\n    \
             link/ether 02:00:00:00:00:02 brd ff:ff:ff:ff:ff:ff\n",
            "Reading package lists... Done\nThe following NEW packages will be installed:\n  pier\nNeed to get 12 kB of archives.\n",
            "default via 192.0.2.1 dev pier0 proto static\n192.0.2.0/24 dev pier0 proto kernel scope link\n",
            "Starting the count\nTraceback (most recent call last):\n  File \"count.py\", line 41, in <module>\n    main()\n    \
             ~~~~^^\nKeyError: 'Lindholm'\n",
            "java.io.IOException: the tide is out\n\tat pier.Tide.rise(Tide.java:41)\nCaused by: pier.NoWater: none\n",
            "src/tide.rs:12:5: the boat is never used\nsrc/tide.rs:40:1: neither is the pier of it\n",
        ],
    );
}

#[test]
fn listings_keep_their_lines() {
    check(
        true,
        &[
            "total 12\n-rw-r--r-- 1 ada ada  120 Jan  9 10:22 tide.txt\ndrwxr-xr-x 2 ada ada 4096 Jan 12 08:01 boats\n",
            "Filesystem      Size  Used Avail Use% Mounted on\n/dev/sda1        19G   12G  6.1G  67% /\n",
            "NAME   SIZE TYPE MOUNTPOINT\nsda     20G disk\n├─sda1  19G part /\n└─sda2   1G part [SWAP]\n",
            "  UNIT             LOAD   ACTIVE DESCRIPTION\n  pier.service     loaded active The service of the pier\n  \
             tide@1.service   loaded active What comes in goes out\n",
            "● pier.service - The service of the pier and of all that is tied to it\n     Loaded: loaded (enabled)\n     Active: active (running)\n       Docs: man:pier(8)\n   \
             Main PID: 812 (pier)\n      Tasks: 5 (limit: 9382)\n",
            "+------+-------+\n| name | depth |\n+------+-------+\n| Ost  |     7 |\n+------+-------+\n",
            "* 7d3a9f1 layout: keep the top row still\n|\\\n| * ab12cd3 doc: read what programs print as they print it\n",
            "addpart\nbase\ncat\ndate\necho\nfalse\n",
            "7d3a9f1 layout: keep the top row still\nab12cd3 doc: read what programs print as they print it\n",
            "a-b\ntide.conf\npier\nboat_1\nlift\n",
            "1\n2\n3\n",
            "LANG=C.UTF-8\nHOME=/home/ada\nEDITOR=vi\n",
            " src/tide.rs | 12 ++++++------\n src/pier.rs |  4 ++--\n 2 files changed, 8 insertions(+), 8 deletions(-)\n",
        ],
    );
}

#[test]
fn data_and_code_keep_their_lines() {
    check(
        true,
        &[
            "harbour,opened,depth\nLindholm,1998,12.5\nOst,2004,7\n",
            "{\n  \"name\": \"Ost\",\n  \"depth\": 7\n}\n",
            "# of the lift\nname: lift\non:\n  push:\n    branches: [main]\n",
            "[user]\n    name = Ada\n    email = ada@pier.example\n",
            "#include <stdio.h>\n\n/* Says how deep it is. */\nint main(void)\n{\n\tprintf(\"%d\\n\", 12);\n\treturn 0;\n}\n",
            "#!/bin/sh\n# Raises the lift and tells everybody of it.\nlift up\n",
            "diff --git a/tide.txt b/tide.txt\n@@ -1 +1 @@\n-It is low now.\n+It is high now.\n",
            "commit 0123456789abcdef0123456789abcdef01234567\nAuthor: Ada <ada@pier.example>\n\n    Keep the lift where it is.\n",
            "On branch ferry\nYour branch is up to date with its harbour.\n\nnothing to commit, working tree clean\n",
            "TIDE(1)          User Commands          TIDE(1)\n\nNAME\n       tide - says how high it is, and when it will be higher\n",
            "Usage: tide [OPTION]... PLACE\nSay how high it is, and when it will be higher.\n\nOptions are options.\n",
            "Traceback (most recent call last):\n  File \"tide.py\", line 3, in now\nValueError: the tide is out\n",
        ],
    );
}

#[test]
fn what_people_write_flows() {
    check(
        false,
        &[
            "",
            "One line of it: 12 %",
            "The harbour sleeps beneath the snow\nAnd every boat is tied\nAnd every gull that used to go\nNow lingers with the tide\n",
            "[00:00:01] ANN LEE, HOST: Who pays?\n[00:00:04] MAYOR COLE: The town.\n[00:00:09] ANN LEE: Thank you.\n",
            "[00:00:01] So we went down to the harbour, and it was cold.\n[00:00:04] Nobody was there but the two of us.\n\
             [00:00:09] Then the boat came in, with the lights out.\n",
            "1: Ann: Who pays for it?\n2: Bo: The town pays.\n3: Ann: All of it?\n",
            "Reading package holidays is dull.\nNobody does it twice.\n",
            "On branch lines the trains are late.\nNobody knows why.\n",
            "Usage: it is a matter of taste.\nSome say this, some say that.\n",
            "12/01/2024, 10:22 - Anna: Are you there?\n12/01/2024, 10:23 - Ben: Yes, at the pier\n",
            "Q: Who pays?\nA: The town.\nQ: When?\nA: In 2025.\n",
            "- a coat\n- a map\n- boots\n- 2 lamps\n",
            "Pier Office\n12 Pier Road\nWesterland\nTel. 0123 4567\n",
            "Fish soup\n\n2 onions\n500 g fish\n1 l water\nSalt\n\nCut them, fry them, and add the water.\n",
            "Contents\n\n1. Introduction ........... 3\n2. The pier ............... 7\n\nThis book is about a pier.\n",
            "The  council  met on Monday  and decided\nwhat the  pier is to  cost the town, and\nwho  is to  pay for it  when it is there\n",
            "港の議会は月曜日に桟橋の費用について決定しました。\n町が半分を支払い、会社が残りを支払う。\n",
            "Year      Boats\n1998         12\n2004        120\n\nThe mayor said that it was too little for a town.\n\
             The council did not think so, and voted for it.\nNobody came to the pier on that day to see it.\n",
        ],
    );
}
