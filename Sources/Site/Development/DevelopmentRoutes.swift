import Components
import Domain
import Hummingbird
import Markup

/// Every page drawn from its examples, while the demonstration's doors stand open.
enum DevelopmentRoutes {
  static func routes(_ routes: inout Routes) {
    routes.get("/development", .demonstration) { $0.page(GalleryPage.all) }
    routes.get("/development/components", .demonstration) { $0.page(ComponentsPage()) }
    routes.get("/development/messages", .demonstration) { $0.page(MessagesPage(messages: Message.examples)) }
    routes.get("/development/pages/{page}/{example}", .demonstration, example)
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
