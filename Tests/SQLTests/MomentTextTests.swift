import Foundation
import SQL
import Testing

@Suite struct MomentTextTests {
  @Test(arguments: [
    (0.0, "1970-01-01T00:00:00.000Z"), (1_795_253_400.0, "2026-11-21T09:30:00.000Z"),
    (951_782_400.0, "2000-02-29T00:00:00.000Z"), (-1.001, "1969-12-31T23:59:58.999Z"),
    (253_402_300_799.999, "9999-12-31T23:59:59.999Z"), (-62_167_219_200.0, "0000-01-01T00:00:00.000Z"),
  ])
  func `a moment is written in 24 characters and read again`(seconds: Double, text: String) {
    let moment = Date(timeIntervalSince1970: seconds)
    #expect(MomentText.write(moment) == text)
    #expect(MomentText.read(text) == MomentText.kept(moment))
  }

  @Test func `text that is no moment is not read`() {
    for text in ["", "2026-11-21", "2026-11-21T09:30:00Z", "2026-11-21T09:30:00.000+", "2026-1a-21T09:30:00.000Z"] {
      #expect(MomentText.read(text) == nil)
    }
  }

  @Test func `text sorts as time`() {
    let moments = stride(from: -3e9, to: 6e9, by: 7.7e7).map { Date(timeIntervalSince1970: $0) }
    let texts = moments.map(MomentText.write)
    #expect(texts == texts.sorted())
  }
}
