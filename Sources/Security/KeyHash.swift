import Crypto

/// SHA-256 of a text as 64 hexadecimal digits: a key under which something is counted, such as failed attempts from an
/// address, without keeping the text itself. Not for passwords, and no secret: who can guess the text can check it.
package func hashedKey(_ text: String) -> String { hexadecimal(SHA256.hash(data: Array(text.utf8))) }
