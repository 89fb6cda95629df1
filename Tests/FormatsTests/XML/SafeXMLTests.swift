import Formats
import Foundation
import FoundationXML
import Testing

struct `An XML file` {
  func read(_ text: String) throws -> SafeXML.Element { try SafeXML.read(Array(text.utf8)) }

  @Test func `is a tree`() throws {
    let root = try read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- a comment -->
      <c:CTfile xmlns:c='urn:x' version="25.0" note='a "b" &amp; c'>
        <Pupil><Surname> O&apos;Brien </Surname><Empty/><Note><![CDATA[<b> & ]]>x</Note></Pupil>
        <Pupil><Surname>&#x15B;&#261;k</Surname></Pupil>
      </c:CTfile>
      """)
    #expect(root.name == "CTfile")
    #expect(root.attributes == ["version": "25.0", "note": "a \"b\" & c"])
    #expect(root.children("Pupil").map { $0.text("Surname") } == ["O'Brien", "śąk"])
    #expect(root.text("Pupil", "Note") == "<b> & x")
    #expect(root.element("Pupil", "Empty") == SafeXML.Element(name: "Empty"))
    #expect(root.text("Pupil", "Empty") == nil)
    #expect(root.element("Pupil", "Nowhere", "Else") == nil)
  }

  @Test(arguments: [
    "<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 \"&lol;&lol;\">]><lolz>&lol2;</lolz>",
    "<?xml version='1.0'?>\n<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", "<a><!ENTITY x \"y\"></a>",
    "<!doctype a><a/>",
  ])
  func `with a document type is refused`(text: String) {
    let bytes = Array(text.utf8)
    let utf16: [UInt8] = [0xFF, 0xFE] + littleEndian(text)
    for bytes in [bytes, utf16] {
      #expect(
        throws: FormatError("This XML file declares document types or entities (a DTD), which is not safe to read.")
      ) {
        try SafeXML.read(bytes)
      }
    }
  }

  @Test(arguments: [
    "", "   ", "hello", "<a>", "<a></b>", "</a>", "<a/><b/>", "<a/>x", "x<a/>", "<a b></a>", "<a b=c/>", "<a b='<'/>",
    "<a>&nbsp;</a>", "<a>& </a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#;</a>", "<a>&#+5;</a>", "<a><![CDATA[x</a>",
    "<a><!-- x </a>", "<a", "<a b='x", "< a/>", "<1a/>", "<a b='x'c='y'/>", "<a>\u{1}</a>", "<a/ >",
    "<![CDATA[x]]><a/>",
  ])
  func `that is broken is refused`(text: String) {
    #expect(throws: FormatError.self) { try read(text) }
  }

  @Test func `says at which line it is broken`() {
    #expect(throws: FormatError("This XML file is broken at line 3: “b” is closed but not open.")) {
      try read("<a>\n<c>\n</b></a>")
    }
  }

  @Test func `is read in the encodings that suppliers use`() throws {
    let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>Zo".utf8) + [0xEB] + Array("</a>".utf8)
    #expect(try SafeXML.read(latin).text == "Zoë")
    let marked = [0xEF, 0xBB, 0xBF] + Array("<a>Zoë</a>".utf8)
    #expect(try SafeXML.read(marked).text == "Zoë")
    let utf16: [UInt8] = [0xFF, 0xFE] + littleEndian("<?xml version='1.0' encoding='UTF-16'?><a>Zoë</a>")
    #expect(try SafeXML.read(utf16).text == "Zoë")
    let wrong = Array("<a>Zo".utf8) + [0xEB] + Array("</a>".utf8)
    #expect(
      throws: FormatError(
        "This XML file is damaged: its letters are not in the encoding that it names. Export it again.")
    ) {
      try SafeXML.read(wrong)
    }
    #expect(throws: FormatError.self) { try read("<?xml version='1.0' encoding='EBCDIC'?><a/>") }
  }

  @Test func `that is too deep or too large is refused`() {
    #expect(throws: FormatError.self) { try read(String(repeating: "<a>", count: 100_000)) }
    #expect(throws: FormatError("This XML file has more than 10 elements.")) {
      try SafeXML.read(Array("<a>\(String(repeating: "<b/>", count: 10))</a>".utf8), elements: 10)
    }
    #expect(throws: FormatError.self) {
      try SafeXML.read(Array("<a>\(String(repeating: " ", count: 2 << 20))</a>".utf8), limits: .init(bytes: 1 << 20))
    }
    let attributes = (0..<300).map { "a\($0)='1'" }.joined(separator: " ")
    #expect(throws: FormatError.self) { try read("<a \(attributes)/>") }
    #expect(throws: FormatError.self) { try SafeXML.read([0x50, 0x4B, 3, 4]) }
  }

  @Test(arguments: 0..<300)
  func `that another parser refuses is refused by ours, and read alike where both read it`(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let pieces = [
      "<a>", "</a>", "<b c='d'>", "</b>", "<e/>", "x", " ", "&amp;", "&#65;", "<!-- c -->", "<![CDATA[<y>]]>", "\n",
      "é",
      "<f g=\"h\ti\"/>",
    ]
    var text =
      "<a>" + (0..<Int.random(in: 0...12, using: &numbers)).map { _ in pieces.randomElement(using: &numbers)! }.joined()
      + "</a>"
    if seed % 3 == 0, let place = text.indices.randomElement(using: &numbers) { text.remove(at: place) }
    let other = OtherParser(text)
    guard let ours = try? read(text) else { return }
    #expect(other.accepts, "\(text)")
    #expect(OtherParser.words(of: ours) == other.words, "\(text)")
  }
}

private func littleEndian(_ text: String) -> [UInt8] {
  var bytes: [UInt8] = []
  for unit in text.utf16 { bytes += [UInt8(unit & 255), UInt8(unit >> 8)] }
  return bytes
}

/// The parser of the system (libxml2), to compare with.
private final class OtherParser: NSObject, XMLParserDelegate {
  private(set) var accepts = false
  private(set) var words: [String] = []

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    accepts = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    words.append(name + attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined())
  }

  static func words(of element: SafeXML.Element) -> [String] {
    [element.name + element.attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()]
      + element.children.flatMap(words)
  }
}
