package import Markup

/// A slip of paper that a SENCO hands to a colleague: how to get in. It stands alone when the page is printed.
package struct Slip: Exhibited {
  package let title: String
  package let lines: [String]
  /// The link in full, as it must be typed if the code cannot be scanned.
  package let link: String
  package let code: QRCode?
  package let small: String

  package init(_ title: String, lines: [String], link: String, code: QRCode? = nil, small: String) {
    self.title = title
    self.lines = lines
    self.link = link
    self.code = code
    self.small = small
  }

  package var html: HTML {
    """
    <section class="slip"><div><h2>\(title)</h2>\(each: lines, { "<p>\($0)</p>" })<p class="link">\(link)</p>\
    <p class="soft">\(small)</p></div>\(if: code, \.html)</section>
    """
  }

  package static let name = "Slip"
  package static let accessibility = ["The link stands in letters too, in a face that tells 1, l and I apart."]
  package static let examples = [
    Example(
      "An invitation",
      Slip(
        "Rosa Lowe, you are invited to Trellis",
        lines: [
          "Ashfield Primary School has given you the role Teaching assistant.", "Open this link and choose a password:",
        ],
        link: "https://trellis.example/invitations/3vJ8mQx1aZ", code: .example,
        small: "For r.lowe@ashfield.example only. Works once, until 24 November 2026, 10:30."))
  ]
}

/// A QR code from its dark and light modules, drawn in ink on white with its quiet zone, in dark windows too.
package struct QRCode: Exhibited {
  package let label: String
  package let modules: [[Bool]]

  package init(_ label: String, modules: [[Bool]]) {
    self.label = label
    self.modules = modules
  }

  package var html: HTML {
    let size = modules.count + 8
    return """
      <svg class="qr" role="img" aria-label="\(label)" viewBox="0 0 \(size) \(size)" shape-rendering="crispEdges">\
      <path class="qr-ground" d="M0 0h\(size)v\(size)H0z"/><path class="qr-ink" d="\(each: runs, { "M\($0.x) \($0.y)h\($0.length)v1H\($0.x)z" })"/></svg>
      """
  }

  /// Dark modules of a row that touch are one rectangle.
  private var runs: [(x: Int, y: Int, length: Int)] {
    var runs: [(x: Int, y: Int, length: Int)] = []
    for (y, row) in modules.enumerated() {
      for (x, isDark) in row.enumerated() where isDark {
        if let last = runs.last, last.y == y + 4, last.x + last.length == x + 4 {
          runs[runs.count - 1].length += 1
        } else {
          runs.append((x + 4, y + 4, 1))
        }
      }
    }
    return runs
  }

  static let example = QRCode(
    "QR code of the link",
    modules: (0..<25).map { y in
      (0..<25).map { x in
        for (left, top) in [(0, 0), (18, 0), (0, 18)] where (0..<7).contains(x - left) && (0..<7).contains(y - top) {
          let ring = max(abs(x - left - 3), abs(y - top - 3))
          return ring != 2
        }
        return (x * y + x * 3 + y * 5) % 7 < 3
      }
    })

  package static let name = "QR code"
  package static let accessibility = ["What it holds stands beside it in letters."]
  package static let examples = [Example("A pattern that holds nothing", QRCode.example)]
}
