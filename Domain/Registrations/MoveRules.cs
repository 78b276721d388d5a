namespace LeerkringBot.Domain.Registrations;

/// <summary>"Past deze datum niet?": all or nothing. Colleagues who were brought stay where they are.</summary>
public static class MoveRules
{
    /// <param name="from">The date that doesn't suit.</param>
    /// <param name="mine">The registration for it.</param>
    /// <param name="to">Another date of the series.</param>
    /// <param name="other">The registration for that one, or null.</param>
    /// <param name="wishes">The person's wishes, which move too; null where there are none.</param>
    /// <param name="now">The moment.</param>
    public static MoveChange Move(RegistrationSheet from, Registration? mine, RegistrationSheet to, Registration? other, string? wishes, DateTimeOffset now)
    {
        if (mine is not { Wants: true }) return Nothing(new MoveOutcome.NotRegistered());
        if (Admission.IsOver(from, now)) return Nothing(new MoveOutcome.Closed());
        var left = RegistrationRules.Decline(from, mine, mine.Member, mine.Affiliation, now);
        // Nobody gives up a place for one that they still wait for.
        if (MyRegistration.Of(to, other) is MyRegistration.Waiting && MyRegistration.Of(from, mine) is MyRegistration.Coming) return Nothing(new MoveOutcome.Full());
        if (other is { Wants: true }) return Admission.IsOver(to, now)
            ? Nothing(new MoveOutcome.Closed())
            : new(new MoveOutcome.Moved(to, other), left, RegistrationChange.Nothing<RegistrationOutcome>(new RegistrationOutcome.Stands(to, other)));

        if (Admission.IsOver(to, now) || now >= to.ClosesAt) return Nothing(new MoveOutcome.Closed());
        if (to.OpenPlaces < 1) return Nothing(new MoveOutcome.Full());
        if (to.AsksFirst && mine.Answers.IsEmpty && TrackPlaces.Possible(to, mine.Tracks).IsEmpty) return Nothing(new MoveOutcome.QuestionsFirst());
        var entered = RegistrationRules.Register(to, other, mine.Member, mine.Affiliation, new(mine.Tracks, mine.Answers, wishes), now);
        return new(new MoveOutcome.Moved(entered.Sheet!, entered.Registrations[0]), left, entered);
    }

    private static MoveChange Nothing(MoveOutcome outcome) => new(outcome, null, null);
}
