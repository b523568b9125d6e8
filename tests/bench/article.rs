//! Generated articles of any length.

/// An article of about `bytes` bytes: questions, answers with quotes, lists under a promise, a table now and then.
pub(crate) fn article(bytes: usize) -> String {
    const ANSWER: &str = "The harbour board of Northmole has met *nine times* since spring, and each time the ferry came last. \
        “We will not build a pier for nobody,” said Ines Calloway, who chairs the board. She promised to publish the figures, \
        and called the delay “a matter of weeks.” Nobody outside the board has seen them yet.\n\n";
    const LIST: &str = "The agreement provides for:\n\n- A joint office with its own budget.\n- Free berths for small boats.\n\n";
    const TABLE: &str = "| Year | Boats | Who pays |\n|---|---|---|\n| 2024 | 112 | both towns |\n| 2025 | 97 | Northmole |\n\n";
    let mut text = String::from("# The harbour, question by question\n\n");
    for number in 1.. {
        if text.len() >= bytes {
            break;
        }
        text.push_str("## What happens in year ");
        text.push_str(&number.to_string());
        text.push_str("?\n\n");
        text.push_str(ANSWER);
        text.push_str(if number % 5 == 0 { TABLE } else { LIST });
        text.push_str(ANSWER);
    }
    text
}
