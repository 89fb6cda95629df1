import Markup

/// What every field of a form has: the name that it posts, its label, perhaps a hint, and the sentence that says what is
/// wrong with what was typed. `id` is what the error summary leads to; it is the name unless the page has it twice.
package struct Field: Sendable, Hashable {
  package let name: String
  package let label: String
  package let hint: String?
  package let error: String?
  package let isOptional: Bool
  package let id: String
  /// True where the label is for screen readers only, since what stands around the field says it to those who see.
  package let isLabelUnseen: Bool

  package init(
    _ name: String, _ label: String, hint: String? = nil, error: String? = nil, isOptional: Bool = false,
    id: String? = nil, isLabelUnseen: Bool = false
  ) {
    self.name = name
    self.label = label
    self.hint = hint
    self.error = error
    self.isOptional = isOptional
    self.id = id ?? name
    self.isLabelUnseen = isLabelUnseen
  }

  /// The ids of hint and error, for `aria-describedby`.
  var describedBy: String? {
    switch (hint, error) {
    case (nil, nil): nil
    case (_?, nil): "\(id)-hint"
    case (nil, _?): "\(id)-error"
    case (_?, _?): "\(id)-hint \(id)-error"
    }
  }

  /// `id`, `name`, and what ties the control to its hint and error, with a leading space.
  var attributes: HTML {
    """
     id="\(id)" name="\(name)"\(attribute: "aria-describedby", describedBy)\(if: error != nil, " aria-invalid=\"true\"")
    """
  }

  /// The label above, the hint, the error, then the control.
  func labelling(_ control: HTML) -> HTML {
    """
    <div class="field\(if: error != nil, " wrong")">\
    <label for="\(id)"\(if: isLabelUnseen, " class=\"unseen\"")>\(label)\(optionalMark)</label>\(notes)\(control)</div>
    """
  }

  /// The same around several controls, whose label is a legend.
  func grouping(_ controls: HTML) -> HTML {
    """
    <fieldset class="field\(if: error != nil, " wrong")"\(attribute: "aria-describedby", describedBy)>\
    <legend>\(label)\(optionalMark)</legend>\(notes)\(controls)</fieldset>
    """
  }

  private var optionalMark: HTML { isOptional ? " <span class=\"optional\">(optional)</span>" : .empty }

  private var notes: HTML {
    """
    \(if: hint, { "<p class=\"hint\" id=\"\(id)-hint\">\($0)</p>" })\
    \(if: error, { "<p class=\"error\" id=\"\(id)-error\"><span class=\"unseen\">Error: </span>\($0)</p>" })
    """
  }
}

/// One of several things to choose from.
package struct Choice: Sendable, Hashable {
  package let value: String
  package let label: String
  package let hint: String?

  package init(_ value: String, _ label: String, hint: String? = nil) {
    self.value = value
    self.label = label
    self.hint = hint
  }
}

/// How wide a control is: as wide as what is usually typed, so that its width is a hint.
package enum FieldWidth: String, Sendable {
  case code, short, medium, full
}
