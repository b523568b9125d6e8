//! A charset that is known, decoded as the bytes come.

use std::fmt::{self, Debug, Formatter};

use encoding_rs::DecoderResult;

use super::charset::{Charset, Clue, Encoding};

/// A decoder in the middle of a text.
pub(super) struct Stream {
    decoder: encoding_rs::Decoder,
    /// How the text is read, with the faults by now.
    pub(super) encoding: Encoding,
}

impl Debug for Stream {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        self.encoding.fmt(to)
    }
}

impl Stream {
    pub(super) fn new(charset: Charset, clue: Clue) -> Self {
        Self {
            decoder: charset.0.new_decoder_without_bom_handling(),
            encoding: Encoding {
                charset,
                clue,
                damaged: 0,
            },
        }
    }

    /// Appends what `bytes` say. A character that is cut at their end waits for the next ones, or is damaged when there are none.
    pub(super) fn decode(&mut self, mut bytes: &[u8], is_end: bool, text: &mut String) {
        loop {
            let room = self
                .decoder
                .max_utf8_buffer_length_without_replacement(bytes.len());
            text.reserve(room.unwrap_or(bytes.len()));
            let (result, read) = self
                .decoder
                .decode_to_string_without_replacement(bytes, text, is_end);
            bytes = bytes.get(read..).unwrap_or_default();
            match result {
                DecoderResult::InputEmpty => return,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => {
                    text.push(char::REPLACEMENT_CHARACTER);
                    self.encoding.damaged += 1;
                }
            }
        }
    }
}
