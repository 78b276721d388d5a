using System.Collections.Immutable;
using CsCheck;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Tests.Registrations;

/// <summary>The rules under random orders of everything that people and organisers can do.</summary>
public sealed class RegistrationRuleTests
{
    private static readonly Gen<Step> Steps = Gen.Select(Gen.Int[0, 29], Gen.Int[0, 9], Gen.Int[0, 9], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Bool, Gen.Int[0, 400]).Select(
        (kind, person, other, morning, afternoon, flag, minutes) => kind switch
        {
            < 6 => (Step)new Step.Come(person),
            < 10 => new Step.Fill(person, morning, afternoon, flag),
            < 15 => new Step.Decline(person),
            < 19 => new Step.Bring(person, other, (other + 1 + morning) % 10, flag),
            < 21 => new Step.CancelFor(person, other),
            < 23 => new Step.Confirm(person, other),
            23 => new Step.Refuse(person),
            24 => new Step.Move(person),
            25 => new Step.CheckIn(person),
            26 => new Step.Forget(person),
            27 => new Step.Places(1 + morning + afternoon, 1 + (other % 4), flag),
            28 => new Step.Reaffiliate(person),
            _ => new Step.Pass(minutes),
        });

    [Fact]
    public void Whatever_happens_in_whatever_order_the_sheet_and_the_registrations_agree_and_nobody_is_wronged() =>
        Steps.List[1, 60].Select(Gen.Int[1, 5], Gen.Int[0, 72], Gen.Bool).Sample(
            (steps, capacity, hoursBefore, approval) => World.New(capacity, approval, World.Start.AddHours(-hoursBefore)).Hold(steps),
            iter: 5_000);

    [Fact]
    public void Every_click_repeated_changes_nothing() =>
        Steps.List[1, 40].Select(Gen.Int[1, 5], Gen.Bool).Sample((steps, capacity, approval) =>
        {
            var world = World.New(capacity, approval, World.Start.AddDays(-10));
            foreach (var step in steps)
            {
                world = world.After(step).World;
                if (step is Step.Pass) continue;
                var again = world.After(step);
                if (again.World.Describe() != world.Describe() || again.Notices.Length > 0) throw new InvalidOperationException($"{step} twice:\n{world.Describe()}\n{again.World.Describe()}");
            }
        }, iter: 3_000);

    // Found by the properties above, kept as they were shrunk.
    [Theory]
    [MemberData(nameof(Found))]
    public void What_once_went_wrong_holds(int capacity, bool approval, int hoursBefore, Step[] steps) =>
        World.New(capacity, approval, World.Start.AddHours(-hoursBefore)).Hold(steps);

    public static TheoryData<int, bool, int, Step[]> Found() => new()
    {
        // A place at the gathering and one in a track were two messages.
        { 2, false, 30, [new Step.Fill(4, 2, 2, false), new Step.Bring(4, 7, 1, true), new Step.Decline(4)] },
        // Confirmed shortly before the start, and offered a place in the same moment: two messages.
        { 1, true, 20, [new Step.Come(0), new Step.Confirm(0, 0), new Step.Come(1), new Step.Confirm(1, 1), new Step.Decline(0), new Step.Pass(70), new Step.Come(2), new Step.Confirm(2, 2)] },
        // A pair that doesn't fit keeps its turn, and the single person behind it gets the place.
        { 2, false, 60, [new Step.Come(0), new Step.Come(1), new Step.Come(2), new Step.Bring(2, 3, 3, true), new Step.Come(4), new Step.Decline(0), new Step.Decline(1)] },
        // Who leaves a pair that waits for a track makes it small enough for the one place; the pair before it keeps its turn.
        { 5, false, 60, [new Step.Fill(5, 3, 2, false), new Step.Bring(5, 8, 1, true), new Step.Bring(1, 6, 0, true), new Step.Fill(0, 3, 1, false)] },
        // Of a pair that was confirmed one after the other, the second doesn't stand with the first before those who were confirmed in between.
        { 1, true, 60, [new Step.Come(0), new Step.Confirm(0, 0), new Step.Come(1), new Step.Bring(1, 7, 7, true), new Step.Confirm(1, 1), new Step.Come(8), new Step.Come(9), new Step.Confirm(8, 9), new Step.Confirm(7, 7), new Step.Places(3, 2, true)] },
    };
}
