import Components
import Documents
import Domain
import Formats
import Hummingbird
import Markup

/// Every page, document and message drawn from its examples, while the demonstration's doors stand open.
enum DevelopmentRoutes {
  static func routes(_ routes: inout Routes) {
    routes.get("/development", .demonstration) { $0.page(GalleryPage.all) }
    routes.get("/development/components", .demonstration) { $0.page(ComponentsPage()) }
    routes.get("/development/messages", .demonstration) { $0.page(MessagesPage(messages: Message.examples)) }
    routes.get("/development/pages/{page}/{example}", .demonstration, example)
    routes.get("/development/documents/{document}", .demonstration, document)
  }

  private static func document(_ visit: Visit) async throws -> Response {
    guard let entry = visit.parameter("document").flatMap(DocumentGallery.entry(named:)) else {
      throw Refusal.notFound()
    }
    do {
      let bytes = try await entry.make(visit.site.settings.typst)
      return visit.file(bytes, name: entry.name, type: entry.type, isInline: true)
    } catch let error as FormatError {
      throw Refusal.unavailable(error.sentence)
    }
  }

  private static func example(_ visit: Visit) async throws -> Response {
    guard let page = visit.parameter("page").flatMap(PageGallery.page(named:)),
      let example = visit.parameter("example").flatMap({ Int($0) }).flatMap({ PageGallery.example($0, of: page) })
    else { throw Refusal.notFound() }
    return Response(
      status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(bytes: Frame.drawExample(example).bytes)))
  }
}
