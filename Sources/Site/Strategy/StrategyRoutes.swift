import Documents
import Domain
import Hummingbird
import Store

/// A school's inclusion strategy: what it is drawn from, what is said of it, and what anybody may read of it.
enum StrategyRoutes {
  private static let list = "/schools/{urn}/strategies"
  private static let one = "\(list)/{strategy}"
  private static let activity = "\(one)/activities/{activity}"
  private static let principles = "/schools/{urn}/principles"

  static func routes(_ routes: inout Routes) {
    routes.get(list, .school(.see, .strategy), StrategiesPage.show)
    routes.get("\(list)/new", .school(.do, .strategy), StrategyActs.new)
    routes.post("\(list)/new", .school(.do, .strategy), StrategyActs.begin)
    routes.get(one, .school(.see, .strategy), StrategyPage.show)
    routes.get("\(one)/details", .school(.do, .strategy), StrategyActs.show)
    routes.post("\(one)/details", .school(.do, .strategy), StrategyActs.change)
    routes.post("\(one)/removal", .school(.do, .strategy), StrategyActs.remove)
    money(&routes)
    activities(&routes)
    life(&routes)
    for file in StrategyFile.allCases {
      routes.get("\(one)/strategy.\(file.rawValue)", .school(.see, .strategy)) {
        try await StrategyFiles.send(file, $0)
      }
    }
    routes.get(principles, .school(.do, .strategy), PrinciplesPage.show)
    routes.post(principles, .school(.do, .strategy), PrincipleActs.add)
    routes.post("\(principles)/{principle}/correction", .school(.do, .strategy), PrincipleActs.correct)
    routes.post("\(principles)/{principle}/end", .school(.do, .strategy), PrincipleActs.end)
    routes.post("\(principles)/{principle}/removal", .school(.do, .strategy), PrincipleActs.remove)
    forAnybody(&routes)
  }

  private static func money(_ routes: inout Routes) {
    routes.get("\(one)/funding", .school(.do, .strategy), FundingPage.show)
    routes.post("\(one)/funding", .school(.do, .strategy), FundingActs.send)
    routes.post("\(one)/funding/sources", .school(.do, .strategy), FundingActs.add)
    routes.post("\(one)/funding/{funding}/removal", .school(.do, .strategy), FundingActs.remove)
  }

  private static func activities(_ routes: inout Routes) {
    routes.get("\(one)/choices", .school(.do, .strategy), ActivityChoicesPage.show)
    routes.post("\(one)/choices", .school(.do, .strategy), ActivityChoicesPage.add)
    routes.post("\(one)/carrying-on", .school(.do, .strategy), WrittenCostActs.carryAllOn)
    routes.get("\(one)/activities/new", .school(.do, .strategy), ActivityActs.new)
    routes.post("\(one)/activities/new", .school(.do, .strategy), ActivityActs.add)
    routes.get(activity, .school(.do, .strategy), ActivityPage.show)
    routes.get("\(activity)/change", .school(.do, .strategy), ActivityActs.show)
    routes.post("\(activity)/change", .school(.do, .strategy), ActivityActs.change)
    routes.post("\(activity)/removal", .school(.do, .strategy), ActivityActs.remove)
    routes.post("\(activity)/move", .school(.do, .strategy), ActivityActs.move)
    routes.post("\(activity)/sources/removal", .school(.do, .strategy), ActivityActs.removeSource)
    routes.post("\(activity)/carrying-on", .school(.do, .strategy), WrittenCostActs.carryOn)
    routes.get("\(activity)/costs", .school(.do, .strategy), WrittenCostActs.new)
    routes.post("\(activity)/costs", .school(.do, .strategy), WrittenCostActs.add)
    routes.get("\(activity)/costs/{cost}", .school(.do, .strategy), WrittenCostActs.show)
    routes.post("\(activity)/costs/{cost}", .school(.do, .strategy), WrittenCostActs.change)
    routes.post("\(activity)/costs/{cost}/removal", .school(.do, .strategy), WrittenCostActs.remove)
  }

  private static func life(_ routes: inout Routes) {
    routes.post("\(one)/remarks", .school(.see, .strategy), RemarkActs.comment)
    routes.post("\(one)/approvals", .school(.do, .approval), RemarkActs.approve)
    routes.get("\(one)/publication", .school(.do, .strategy), PublicationPage.show)
    routes.post("\(one)/publication", .school(.do, .strategy), PublicationPage.publish)
    routes.post("\(one)/versions/{number}/withdrawal", .school(.do, .strategy), PublicationPage.withdraw)
    routes.get("\(one)/reviews/{year}", .school(.do, .strategy), StrategyReviewPage.show)
    routes.post("\(one)/reviews/{year}", .school(.do, .strategy), StrategyReviewPage.send)
  }

  private static func forAnybody(_ routes: inout Routes) {
    let school = "/inclusion-strategy/{school}"
    routes.get(school, .anyone, PublicStrategyPage.show)
    routes.get("\(school)/{number}", .anyone, PublicStrategyPage.show)
    for file in [StrategyFile.pdf, .docx] {
      routes.get("\(school)/{number}/strategy.\(file.rawValue)", .anyone) {
        try await PublicStrategyPage.send(file, $0)
      }
    }
  }

  static let pages: [any Page.Type] = [
    StrategiesPage.self, StrategyPage.self, FundingPage.self, ActivityChoicesPage.self, ActivityPage.self,
    PublicationPage.self, StrategyReviewPage.self, PrinciplesPage.self, PublicStrategyPage.self,
  ]
}
