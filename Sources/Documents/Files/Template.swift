import Foundation

/// The templates of our documents, which lie beside the program.
enum Template: String, CaseIterable {
  case schoolMap = "school-map"

  var url: URL { Bundle.module.bundleURL.appending(path: "Resources/\(rawValue).typ") }
}
