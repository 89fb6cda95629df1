import Domain
import HTTPTypes
import Hummingbird
import Markup

extension Visit {
  /// Draws a page in its frame.
  func page(_ page: some Page, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"] + unlisted,
      body: .init(byteBuffer: ByteBuffer(bytes: Frame.draw(page, for: self).bytes)))
  }

  /// After an act: the next page is asked for anew, so that reloading never repeats the act.
  func redirect(to address: Address) -> Response {
    Response(status: .seeOther, headers: [.location: address.text])
  }

  /// A file to keep. `name` holds no pupil's name; quotes and line ends are dropped from it.
  func file(_ bytes: [UInt8], name: String, type: String, isInline: Bool = false) -> Response {
    let safe = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || " -_.".contains($0)) }
    return Response(
      status: .ok,
      headers: [
        .contentType: type, .contentDisposition: "\(isInline ? "inline" : "attachment"); filename=\"\(safe)\"",
      ] + unlisted, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// A project that is in no list is in no search engine's either.
  private var unlisted: HTTPFields { area?.details.isListed == false ? [.robots: "noindex"] : [:] }
}

extension HTTPField.Name {
  static let robots = HTTPField.Name("X-Robots-Tag")!
}

private func + (fields: HTTPFields, more: HTTPFields) -> HTTPFields {
  var fields = fields
  fields.append(contentsOf: more)
  return fields
}
