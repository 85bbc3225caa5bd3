/// The gradient and how far back it reaches.
extension English {
  static func text(_ phrase: GradientPhrase) -> String {
    switch phrase {
    case .title: "gradient"
    case .loss(let formula, _, let value): "loss = \(formula) = \(value)"
    case .lossAlone(let value): "loss = \(value)"
    case .lossElsewhere(let word): "the loss is at “\(word)”"
    case .flows(let slopes): "what flows back now, " + slopes
    case .fromLoss: "loss"
    case .otherWord(let word): "“\(word)”"
    case .fromAllUnits(let symbol): "all \(symbol)"
    case .narration(let narration): text(narration)
    case .reachTitle(let slope, let formula, let after):
      "length of \(slope), all units, 1 at “\(after)”; loss = \(formula)"
    case .beginning: "start"
    case .directPath(let cell, let kept): "\(cell) Π\(kept)"
    case .sizes(let word, let from, let parts):
      "Gradient \(place(word)): "
        + parts.map { "\($0.name) \($0.size)" }.joined(separator: ", ")
        + " times that \(place(from))."
    case .reachesNowhere(let from): "At “\(from)” the gradient is 0: nothing flows back."
    case .reachesBackOnly(let from, let piece):
      "The loss is at “\(from)”: to the \(name(piece))s behind it nothing flows."
    case .checkTitle: "is it true? two runs beside the backward pass"
    case .checkLoss(let symbol, let number): "loss if \(symbol) were \(number)"
    case .checkMeasured: "their difference / 2h"
    case .checkBackward(let slope): "backward pass: \(slope)"
    case .checkError: "relative difference"
    case .checkPlace(let place, let count): " number \(place) of \(count) "
    case .checkTooLate(let piece): "The loss is before this \(name(piece)): its slope is 0."
    }
  }

  static func shortText(_ phrase: GradientPhrase) -> String {
    switch phrase {
    case .narration(let narration): shortText(narration)
    case .loss(_, let formula, let value): "\(formula) = \(value)"
    case .flows(let slopes): slopes
    case .reachTitle(let slope, let formula, let after):
      "\(slope), all units, 1 at “\(after)”; \(formula)"
    case .sizes(let word, _, let parts):
      place(word).prefix(1).uppercased() + place(word).dropFirst() + ": "
        + parts.map { "\($0.name) \($0.size)" }.joined(separator: ", ") + "."
    case .reachesBackOnly(let from, _): "The loss is at “\(from)”; nothing flows behind it."
    case .checkTitle: "two runs beside the backward pass"
    case .title, .lossAlone, .lossElsewhere, .fromLoss, .otherWord, .fromAllUnits, .beginning,
      .directPath, .reachesNowhere, .checkLoss,
      .checkMeasured, .checkBackward, .checkError, .checkTooLate, .checkPlace:
      text(phrase)
    }
  }

  private static func place(_ place: GradientPhrase.Place?) -> String {
    guard let place else { return "at the start" }
    return "at “\(place.word)”" + (place.number.map { " (\(name(place.piece)) \($0))" } ?? "")
  }

  static func text(_ notice: GradientNotice) -> String {
    switch notice {
    case .loss(let word, let after, let loss):
      "The loss asks for “\(word)” after “\(after)” now: \(loss)."
    case .output(let symbol, let value): "The loss is \(symbol) now: \(value)."
    }
  }

  private static func text(_ narration: BackwardNarration) -> String {
    switch narration {
    case .loss(let word, let symbol, let slope, let value):
      "The loss of “\(word)” flows into \(symbol): \(slope) is \(value)."
    case .output(let symbol, let slope, let value):
      "The loss is the number \(symbol) itself: \(slope) is \(value)."
    case .fromNext(let word, let parts):
      "“\(word)” sends back " + parts.map { "\($0.value) to \($0.symbol)" }.joined(separator: ", ")
        + "."
    case .nothing(let word, let piece):
      "The loss is at “\(word)”: nothing flows back to this \(name(piece))."
    case .passed(let value, let targets):
      "A sum passes on what it gets: \(value) to " + targets.joined(separator: " and ") + "."
    case .spread(let value, let targets):
      "All units’ slopes, here \(value), go through the weights to "
        + targets.joined(separator: ", ") + "."
    case .weighted(let value, let targets):
      "Weighted, \(value) goes on to " + targets.joined(separator: ", ") + "."
    case .negated(let value, let parts):
      "A complement turns the sign: \(value) is "
        + parts.map { "\($0.value) for \($0.symbol)" }.joined(separator: ", ") + "."
    case .multiplied(let parts):
      "Each factor gets the gradient times the other: "
        + parts.map { "\($0.symbol) \($0.value)" }.joined(separator: ", ") + "."
    case .sloped(let slope, let value, let target, let function):
      "The slope \(slope) leaves \(value) for \(target)"
        + (function.map { ", the sum before \($0)." } ?? ".")
    case .cut(let symbol, let value):
      "\(symbol) is held: \(value) ends here, nothing flows on behind it."
    case .arrived(let parts, let before):
      (before.map { "Back to “\($0)” \(parts.count > 1 ? "go" : "goes") " }
        ?? "At the start \(parts.count > 1 ? "arrive" : "arrives") ")
        + parts.map { "\($0.symbol) \($0.value)" }.joined(separator: " and ") + "."
    }
  }

  private static func shortText(_ narration: BackwardNarration) -> String {
    switch narration {
    case .loss(_, _, let slope, let value), .output(_, let slope, let value):
      "\(slope) is \(value)."
    case .fromNext(_, let parts):
      parts.map { "\($0.symbol): \($0.value)" }.joined(separator: ", ") + "."
    case .nothing(let word, _): "The loss is at “\(word)”; nothing flows here."
    case .passed(let value, _): "A sum passes on what it gets: \(value)."
    case .spread(let value, _): "All units’ slopes, here \(value), go through the weights."
    case .weighted(let value, _): "Weighted, \(value) goes on."
    case .negated(_, let parts):
      "The sign turns: "
        + parts.map { "\($0.value) for \($0.symbol)" }.joined(separator: ", ") + "."
    case .multiplied(let parts):
      "Times the other: " + parts.map { "\($0.symbol) \($0.value)" }.joined(separator: ", ") + "."
    case .sloped(let slope, let value, let target, _):
      "The slope \(slope) leaves \(value) for \(target)."
    case .cut(let symbol, _): "\(symbol) is held: nothing flows on behind it."
    case .arrived(let parts, _):
      "Back: "
        + parts.map { "\($0.symbol) \($0.value)" }.joined(separator: ", ") + "."
    }
  }
}

extension English {
  /// What the command does, for the help.
  static func text(_ command: GradientCommand) -> String {
    switch command {
    case .turn: "gradient, reach, cell"
    case .nextWord: "another loss"
    case .previousWord: "the loss before"
    case .lossHere: "loss after this word"
    case .check: "check a slope by two runs"
    case .nextChecked: "check the next number"
    case .previousChecked: "check the number before"
    }
  }

  /// One word for the footer.
  static func footer(_ command: GradientCommand) -> String {
    switch command {
    case .turn: "gradient"
    case .nextWord: "other loss"
    case .lossHere: "loss here"
    case .check: "check"
    case .nextChecked: "next number"
    case .previousWord, .previousChecked: text(command)
    }
  }
}
