import Domain

/// What a cell says of SEN status, and of needs where they stand beside it: `K`, `K (SLCN)`, `EHCP: ASD, SLCN`.
struct StatusCell {
  let status: SENStatus
  /// The words of the status alone.
  let text: String
  let needs: NeedCell?

  /// Nil where it is no status, or where what follows one is no need.
  init?(_ text: String) {
    if let status = SENStatus(typed: text) {
      (self.status, self.text, needs) = (status, text, nil)
      return
    }
    for place in text.indices where "([:-–,/; ".contains(text[place]) {
      let head = CellReading.words(String(text[..<place]))
      guard let status = SENStatus(typed: head) else { continue }
      let cell = NeedCell(String(text[place...].drop { ":-–,/; ".contains($0) }))
      // Without a mark between them only what is read to its end.
      if cell.types.isEmpty || (text[place] == " " && !cell.unread.isEmpty) { continue }
      (self.status, self.text, needs) = (status, head, cell)
      return
    }
    return nil
  }
}
