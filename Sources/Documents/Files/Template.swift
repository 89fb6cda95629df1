import Foundation

/// The templates of our documents, which lie beside the program.
package enum Template: String, CaseIterable, Sendable {
  case schoolMap = "school-map"
  case pupilMap = "pupil-map"
  case areaReport = "area-report"
  case strategy

  var url: URL { Bundle.module.bundleURL.appending(path: "Resources/\(rawValue).typ") }
}
