public import CellEngine
import Screen

/// Everything that the screen and the story say, apart from symbols and numbers.
///
/// A phrase holds what it speaks of; a language turns it into text. A new language is one more
/// reader of this list.
public enum Phrase: Hashable, Sendable {
  // The header.
  case altered
  case peepholes
  case off
  case cut
  case on
  case origin(Session.PeepholeOrigin)
  case timeOf(Int, Int)
  case stepOf(Int, Int)
  case unitOf(Int, Int)
  case countTyped(Int)
  case arrivalName

  // The line below the picture.
  case narration(Narration)
  /// What there is to say about a key; with the keys by which it names what goes on from there, and
  /// what the model reads.
  case notice(Notice, KeyMap, Vocabulary.Piece = .word)

  // Panels.
  case equations
  case variantsTitle
  case variant(CellSwitch, symbol: String)
  case variantSource(CellSwitch)
  case variantPurpose(CellSwitch)
  case switchIsOff(CellSwitch, symbol: String)
  case why(WhyPhrase)
  case gradient(GradientPhrase)
  case helpTitle
  case helpGroup(KeyMap.Group)
  case helpCounts(KeyMap)
  case helpPage(Int, of: Int)
  case command(Command)
  case footer(Command, Vocabulary.Piece = .word)
  case footerClose
  case footerSymbols
  case footerAskNoMore
  case whatIf
  case edit(EditPhrase)
  case compare(ComparePhrase)
  case promptMark(Prompt.Purpose)
  case promptHint(Prompt.Purpose, Vocabulary.Piece)
  case playRate(Double)
  case unitsShown(first: Int, last: Int, of: Int)
  /// What a full bar of some signals stands for, where that is not 1.
  case fullBar(symbols: [String], value: String, beyond: String?)
  case unitTitle(Int)
  case chain(ChainPhrase)
  case linear(LinearPhrase)
  case tooSmall(needed: String, now: String)
  case palette(PalettePhrase)
  case find(FindPhrase)
  case timeline(TimelinePhrase)
  case training(TrainingPhrase)
  case variants(VariantsPhrase)
  case notationGap(NotationGap)
  case lesson(LessonPhrase)
  case export(ExportPhrase)

  // Without a session.
  case doctor(DoctorPhrase)
}

/// What a micro-step does, with the numbers of the selected unit.
public enum Narration: Hashable, Sendable {
  /// The word and the states arrive.
  case arrival(Arriving, input: String, states: [String], isFirst: Bool)
  /// The first word arrives, and some states do not start at 0 as the others do.
  ///
  /// They were given so with the sequence, or edited.
  case editedStart(
    Arriving, input: String, states: [String], others: [String], isGiven: Bool)
  /// A gate gets its value and will multiply another signal.
  case gate(Role, GateState, value: String, share: String, Deed, of: String, unit: Int)
  /// A gate gets its value.
  case gateAlone(Role, GateState, value: String, unit: Int)
  /// One minus a gate, which may be a gate itself, gets its value and will multiply a signal.
  case complement(Role?, symbol: String, value: String, share: String, Deed, of: String, unit: Int)
  /// The candidate is there.
  case candidate(symbol: String, value: String, isSquashed: Bool, unit: Int)
  /// The activation of a plain network is there.
  case activated(symbol: String, value: String, unit: Int)
  /// A gate lets a share of another signal through.
  case passed(Deed, share: String, of: String, worked: String, symbol: String, unit: Int)
  /// What is left of the old value and what is new are added: each by a gate, or all of a signal.
  case added(kept: Share, taken: Share, symbol: String, value: String, unit: Int)
  /// The same in a cell that shows its memory as it is, with the numbers of both.
  case mixed(kept: String, taken: String, symbols: [String], value: String, unit: Int)
  /// Two parts of what a function will read are added.
  case summed(value: String, unit: Int)
  /// A layer without a function: the weighted sum of some signals, perhaps with a bias.
  case weighted(of: [String], hasBias: Bool, value: String, unit: Int)
  /// A function is applied to a named signal.
  case squeezed(Activation, name: String, of: String, was: String, value: String, symbol: String)
  /// A state has a number that was put in.
  case set(symbol: String, value: String, unit: Int)
  /// Any other computation.
  case worked(symbol: String, value: String, unit: Int)
  /// The readout has spoken.
  case predicted(Vocabulary.Piece, String, share: String, next: String?, nextShare: String?)
  /// The probabilities are not numbers.
  case unpredicted(Vocabulary.Piece)
  /// What the cell shows leaves it; the units that show most.
  case shown(symbol: String, unit: Int, value: String, next: Int?, nextValue: String?)
  /// The layer behind the cell has made numbers of what the cell shows: the largest two, or the one
  /// there is, which has no row to name.
  case scored(
    symbol: String, formula: String, row: Int?, value: String, next: Int?, nextValue: String?)

  /// What a cell reads.
  public enum Arriving: Hashable, Sendable {
    /// A word.
    case word(String)
    /// What the layer below makes of a word.
    case made(layer: String, word: String)
  }

  /// What a gate does to the signal that it multiplies.
  public enum Deed: Hashable, Sendable {
    /// The old value stays, the new one comes in, the memory is shown, the last step goes on to the candidate.
    case keeps, takesIn, shows, passesOn
  }

  /// How much of a signal comes into a sum.
  public enum Share: Hashable, Sendable {
    /// What a gate let through.
    case gated
    /// All of a signal.
    case all(String)
  }
}

/// What there is to say about a key.
public enum Notice: Hashable, Sendable {
  /// The key does nothing here.
  case keyUnknown(String)
  /// Control-C quits when pressed again.
  case interruptAgain
  /// Quitting loses what was changed.
  case quitAgain
  /// The equations of the cell's view are written with numbers now, or with symbols.
  case equations(haveNumbers: Bool)
  /// There is nothing to take back, or to make again.
  case nothingToUndo, nothingToRedo
  /// Another model runs now.
  case modelChanged(String, cell: String)
  /// Another model runs now, without the numbers that were edited and the gates that were held.
  case editsLeft(String, cell: String)
  /// There is no other model.
  case onlyOneModel
  /// A typed line that says nothing, and the command that it may have meant.
  case commandUnknown(String, nearest: String?)
  /// An edit that was not made.
  case edit(EditNotice)
  /// Two cells in lock-step.
  case compare(CompareNotice)
  /// About a number that was asked.
  case why(WhyNotice)
  /// About the loss.
  case gradient(GradientNotice)
  /// There is nothing beyond.
  case endOfSentence, startOfSentence
  case lastWord, firstWord
  /// The program steps by itself, or no longer.
  case playing(perSecond: Double)
  case stopped(perSecond: Double)
  /// A switch would make no sense together with the others.
  case refused(SwitchError)
  /// How everything looks.
  case appearance(AppearanceNotice)
  /// Another cell runs now; `isVisible` if a number on the screen is another one, nil where the word was
  /// not there before.
  case switched(Change, isVisible: Bool?)
  /// A switch brought in matrices that the model was trained without, by their names.
  case untrained(Change, weights: [String])
  /// Signals are written another way.
  case notation(NotationNotice)
  /// A word or a place was looked for.
  case find(FindNotice)
  /// All units over all steps.
  case timeline(TimelineNotice)
  /// A model that is trained.
  case training(TrainingNotice)
  /// The lecture's lessons.
  case lesson(LessonNotice)
  /// Questions before a micro-step.
  case quiz(QuizNotice)
  /// The screen in a file.
  case export(ExportNotice)
  /// Something about the memory line.
  case chain(ChainNotice)
}

/// What was switched.
public enum Change: Hashable, Sendable {
  /// The peephole of a gate, or of all gates if none is named.
  case peepholes(Role?, Peephole)
  /// A variant, by the symbol that it is about and the choice that was made.
  case variant(CellSwitch, symbol: String, choice: Choice)
  /// A cell of the literature.
  case cell(CatalogueEntry)
  /// A word or a number was edited.
  case edit(EditChange)
  /// A change was taken back or made again, or all were taken back.
  case undone, redone, reset

  /// Whether its numbers need not be called new: it leads back to what was there, or to the start.
  var isWithoutRemark: Bool { [.undone, .redone, .reset, .edit(.sentence)].contains(self) }

  /// What a peephole is now.
  public enum Peephole: Hashable, Sendable {
    /// On, with weights from somewhere.
    case on(Session.PeepholeOrigin)
    /// Off in a model that was trained with peepholes.
    case cut
    /// Off.
    case off
  }
}
