import Testing

@Suite struct `Contrasts of the tokens` {
  static let themes: [String?] = [nil, "@media screen and (prefers-color-scheme: dark)", "@media print"]
  static let hues = ["plum", "green", "ochre", "blue", "crimson"]
  static let tones = ["soft", "good", "notice", "bad", "act"]

  private func palette(_ theme: String?) throws -> (String) throws -> Colour {
    let tokens = try Stylesheet().tokens(after: theme)
    return { name in try #require(tokens[name].flatMap(Colour.init), "--\(name) is no colour") }
  }

  @Test(arguments: themes) func `text has 4.5 to 1 on every ground that it stands on`(theme: String?) throws {
    let colour = try palette(theme)
    let texts = ["ink", "soft", "act", "act-deep", "bad", "good", "notice"] + Self.hues
    for ground in ["paper", "card", "shade"] {
      for text in texts {
        let contrast = try colour(text).contrast(with: colour(ground))
        #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
      }
    }
    for (text, ground) in [("on-act", "act"), ("on-act", "act-deep"), ("on-focus", "focus"), ("card", "bad")] {
      let contrast = try colour(text).contrast(with: colour(ground))
      #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
    }
  }

  @Test(arguments: themes) func `a tag's word has 4.5 to 1 on its tint`(theme: String?) throws {
    let colour = try palette(theme)
    for tone in Self.tones {
      let contrast = try colour(tone).contrast(with: colour(tone).mixed(0.12, over: colour("card")))
      #expect(contrast >= 4.5, "\(tone): \(contrast)")
    }
  }

  @Test(arguments: themes) func `the small print of a map's cell has 4.5 to 1 on its deepest tint`(theme: String?)
    throws
  {
    let colour = try palette(theme)
    for hue in Self.hues {
      let ground = try colour(hue).mixed(0.20, over: colour("card"))
      for text in ["ink", "soft"] {
        let contrast = try colour(text).contrast(with: ground)
        #expect(contrast >= 4.5, "\(text) on \(hue): \(contrast)")
      }
    }
  }

  @Test(arguments: themes) func `ink has 4.5 to 1 on the deepest ground of an area's map`(theme: String?) throws {
    let colour = try palette(theme)
    let deepest = theme?.contains("dark") == true ? 0.40 : 0.55
    for hue in Self.hues {
      let contrast = try colour("ink").contrast(with: colour(hue).mixed(deepest, over: colour("card")))
      #expect(contrast >= 4.5, "ink on \(hue): \(contrast)")
    }
  }

  @Test(arguments: themes) func `edges of controls and the focus have 3 to 1`(theme: String?) throws {
    let colour = try palette(theme)
    for ground in ["paper", "card"] {
      for edge in ["edge", "act", "bad"] {
        let contrast = try colour(edge).contrast(with: colour(ground))
        #expect(contrast >= 3, "\(edge) on \(ground): \(contrast)")
      }
      // The focus is two rings, one light and one dark, so that one of them is seen on any ground.
      let rings = try [colour("focus"), colour("on-focus")].map { try $0.contrast(with: colour(ground)) }
      #expect(rings.max() ?? 0 >= 3, "focus on \(ground): \(rings)")
    }
    #expect(try colour("focus").contrast(with: colour("on-focus")) >= 3)
  }
}
