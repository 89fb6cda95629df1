import Components
import Markup
import Testing

@Suite struct Forms {
  @Test func `what was typed comes back escaped, with its error tied to it`() {
    let input = TextInput(
      Field("surname", "Surname", hint: "As in your system.", error: "Enter the surname."), value: "\"><b>")
    #expect(input.html.text.contains("value=\"&quot;&gt;&lt;b&gt;\""))
    #expect(input.html.text.contains("aria-describedby=\"surname-hint surname-error\" aria-invalid=\"true\""))
    #expect(input.html.text.contains("<label for=\"surname\">"))
  }

  @Test func `the error summary leads to the field`() {
    let summary = ErrorSummary([.init("Enter the surname.", field: "surname")])
    #expect(summary.html.text.contains("<a href=\"#surname\">Enter the surname.</a>"))
    #expect(ErrorSummary([]).html.isEmpty)
  }

  @Test func `the first of several choices has the id of the field`() {
    let radios = Radios(Field("watch", "Watch?"), [Choice("yes", "Yes"), Choice("no", "No")], selected: "no")
    #expect(radios.html.text.contains("id=\"watch\" name=\"watch\" value=\"yes\">"))
    #expect(radios.html.text.contains("id=\"watch-2\" name=\"watch\" value=\"no\" checked>"))
  }

  @Test func `a form carries its token`() {
    let form = Form(to: "/sign-out", token: "abc", body: "")
    #expect(form.html.text.contains("<input type=\"hidden\" name=\"csrf\" value=\"abc\">"))
  }

  @Test func `a text area keeps a first empty line`() {
    #expect(TextArea(Field("note", "Note"), value: "\nx").html.text.contains(">\n\nx</textarea>"))
  }
}
