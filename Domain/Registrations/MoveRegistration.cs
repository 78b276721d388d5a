namespace LeerkringBot.Domain.Registrations;

/// <summary>"Past deze datum niet?": somebody moves their registration to another date of the series.</summary>
public sealed class MoveRegistration(IRegistrationStore registrations, IGatherings gatherings, TimeProvider clock)
{
    public async Task<MoveOutcome> Move(MemberId who, GatheringId from, GatheringId to, CancellationToken cancellationToken)
    {
        if (from.Series != to.Series || from == to) return new MoveOutcome.UnknownGathering();
        var finding = gatherings.Find(to, cancellationToken);
        var wishes = await registrations.Wishes(from, who, cancellationToken);
        if (await finding is not { } date) return new MoveOutcome.UnknownGathering();
        return await registrations.Move(from, to, who, (here, there) =>
        {
            var move = MoveRules.Move(here.Sheet, here.Mine, there.Sheet, there.Mine, date.AsksWishes ? wishes : null, clock.GetUtcNow());
            return move.Outcome is MoveOutcome.Moved && there.Mine is not { Wants: true } && !Answers(date, here.Mine!) ? new(new MoveOutcome.QuestionsFirst(), null, null) : move;
        }, cancellationToken) ?? new MoveOutcome.UnknownGathering();
    }

    // What was answered for one date may not be all that another one asks.
    private static bool Answers(Gathering date, Registration mine) =>
        RegistrationFormCheck.Of(date, mine.Tracks, mine.Answers, [.. date.Questions.Select(question => question.Id)], null).Form is not null;
}
