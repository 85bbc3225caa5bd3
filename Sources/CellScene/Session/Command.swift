public import CellEngine

/// Everything that a key can ask for.
public enum Command: Hashable, Sendable {
  /// The next and the previous micro-step.
  case nextMicroStep, previousMicroStep
  /// The next and the previous time step, at the same micro-step.
  case nextTimeStep, previousTimeStep
  /// The first and the last micro-step of this time step.
  case firstMicroStep, lastMicroStep
  /// The first time step; the last one, or the one that was counted.
  case firstTimeStep, lastTimeStep
  /// The next and the previous unit.
  case nextUnit, previousUnit
  /// Ten units on, ten units back.
  case tenUnitsOn, tenUnitsBack
  /// Steps by itself, or stops doing so.
  case togglePlay
  /// Plays faster or slower.
  case faster, slower
  /// All peepholes on or off.
  case toggleAllPeepholes
  /// One gate's peephole on or off.
  case togglePeephole(Role)
  /// Opens or closes the variants.
  case showVariants
  /// Switches a variant, counted from 1 as the pop-up shows them.
  case toggleVariant(Int)
  /// The next model: another cell, trained on the same task.
  case nextModel
  /// Takes the last change back; makes it again; takes all changes back.
  case undo, redo, reset
  /// What would be if something were another.
  case whatIf(WhatIfCommand)
  /// Two cells in lock-step.
  case compare(CompareCommand)
  /// Opens a line for a command or the number of a word.
  case openPrompt
  /// Does what the open line says; takes its last character back.
  case acceptPrompt, eraseInPrompt
  /// Equations in symbols or in numbers.
  case toggleNumbers
  /// Asks why a number is what it is.
  case why(WhyCommand)
  /// The gradient.
  case gradient(GradientCommand)
  /// Opens or closes the help.
  case showHelp
  /// The chain of cells, its memory line, the peepholes unit by unit.
  case chain(ChainCommand)
  /// Moves the help's text.
  case scrollDown, scrollUp
  /// Closes a pop-up, else goes back to the cell from another view.
  case dismiss
  /// Closes a pop-up, else quits.
  case close
  /// Quits at once.
  case quit
  /// Quits when asked twice.
  case interrupt
  /// How everything looks.
  case appearance(AppearanceCommand)
  /// Draws everything anew.
  case redraw
  /// Stops, for the shell's job control.
  case suspend
  /// How signals are written.
  case notation(NotationCommand)
  /// In the variants' pop-up.
  case variants(VariantsCommand)
  /// Among the commands that a typed line finds.
  case palette(PaletteCommand)
  /// Words of the text and places in it.
  case find(FindCommand)
  /// All units over all steps.
  case timeline(TimelineCommand)
  /// A model that is trained and watched.
  case training(TrainingCommand)
  /// The lecture's claims, step by step.
  case lesson(LessonCommand)
  /// Questions before a micro-step.
  case quiz(QuizCommand)
  /// The screen in a file.
  case export(ExportCommand)

  /// Whether it asks about a number of the cell or makes another cell of it, so that it has no sense
  /// where another one is watched.
  var concernsCell: Bool {
    switch self {
    case .toggleAllPeepholes, .togglePeephole, .showVariants, .toggleVariant, .nextModel, .undo,
      .redo, .reset, .whatIf, .why, .variants:
      true
    case .chain(let command): command.concernsCell
    case .nextMicroStep, .previousMicroStep, .nextTimeStep, .previousTimeStep, .firstMicroStep,
      .lastMicroStep, .firstTimeStep, .lastTimeStep, .nextUnit, .previousUnit, .tenUnitsOn,
      .tenUnitsBack, .togglePlay, .faster, .slower, .compare, .openPrompt, .acceptPrompt,
      .eraseInPrompt, .toggleNumbers, .gradient, .showHelp, .scrollDown, .scrollUp, .dismiss,
      .close, .quit, .interrupt, .appearance, .redraw, .suspend, .notation, .palette, .find,
      .timeline, .training, .lesson, .quiz, .export:
      false
    }
  }
}
