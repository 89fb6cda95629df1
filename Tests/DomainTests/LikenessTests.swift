import Domain
import Testing

struct `Two names` {
  @Test func `are as far apart as the letters that differ`() {
    #expect(Likeness.distance("amir", "amir", atMost: 2) == 0)
    #expect(Likeness.distance("amir", "amri", atMost: 2) == 1)
    #expect(Likeness.distance("ella", "bella", atMost: 2) == 1)
    #expect(Likeness.distance("ella", "thomas", atMost: 2) == 3)
  }

  @Test func `are as alike as the pairs of letters that they share`() {
    #expect(Likeness.percent("Phonics catch-up", "Phonics Catch up") == 100)
    #expect(Likeness.percent("Phonics", "Phonics catch-up") > 50)
    #expect(Likeness.percent("Phonics", "Lego therapy") < 20)
  }
}
