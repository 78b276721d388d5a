using CsCheck;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;
using LeerkringBot.Infrastructure.Ideas;
using LeerkringBot.Infrastructure.Storage;
using LeerkringBot.Infrastructure.Work;
using LeerkringBot.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeerkringBot.Tests.Ideas;

/// <summary>Noting, supporting, merging, withdrawing and following up in any order, with faults, and with others who come between reading and writing: what is stored is what a plain list of groups says.</summary>
public sealed class IdeaWorldTests
{
    private static readonly Gen<IdeaStep> Step = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 3], Gen.Bool).Select(IdeaStep (kind, idea, other, member, flag) => kind switch
    {
        0 => new IdeaStep.Note(member),
        1 or 2 or 3 => new IdeaStep.Support(idea, member),
        4 => new IdeaStep.Unsupport(idea, member),
        5 or 6 or 7 => new IdeaStep.Merge(idea, other),
        8 or 9 => new IdeaStep.Withdraw(idea),
        10 => new IdeaStep.Status(idea, flag),
        _ => new IdeaStep.Hide(idea, flag),
    });

    private static readonly Gen<(IdeaStep Step, IdeaStep? Meanwhile, int Fault)> Act =
        Gen.Select(Step, Step, Gen.Bool, Gen.Int[0, 5]).Select((step, other, between, fault) => (step, between ? other : null, fault));

    [Fact]
    public void Whatever_happens_no_support_is_lost_or_counted_twice_and_what_is_merged_is_never_lost() =>
        Act.List[1, 40].Sample(
            acts =>
            {
                using var database = SqliteDatabase.Memory();
                Hold(new FaultyTables(new SqliteTables(database)), acts).GetAwaiter().GetResult();
            },
            iter: 300);

    private static async Task Hold(FaultyTables tables, IReadOnlyList<(IdeaStep Step, IdeaStep? Meanwhile, int Fault)> acts)
    {
        await tables.Create(CancellationToken.None);
        var table = tables[TableNames.Ideas];
        var store = new IdeaStore(tables, new OutboxRelay(tables, null!, TimeProvider.System, NullLogger<OutboxRelay>.Instance), TimeProvider.System);
        var model = new IdeaGroups();
        for (var member = 0; member < 4; member++) await Do(new IdeaStep.Note(member));

        foreach (var (step, meanwhile, fault) in acts)
        {
            var (between, failed) = (meanwhile, false);
            table.FailBefore = _ =>
            {
                if (between is { } other)
                {
                    between = null;
                    (var before, table.FailBefore) = (table.FailBefore, _ => false);
                    Do(other).GetAwaiter().GetResult();
                    table.FailBefore = before;
                }

                return fault == 1 && !failed && (failed = true);
            };
            table.FailAfter = _ => between is null && fault == 2 && !failed && (failed = true);
            await Do(step);
            (table.FailBefore, table.FailAfter) = (_ => false, _ => false);
            await Compare();
        }

        // As somebody who presses "Probeer opnieuw" until it works.
        async Task Do(IdeaStep chosen)
        {
            var step = chosen.Among(Math.Max(1, model.Count));
            for (var i = 0; ; i++)
            {
                try
                {
                    var happened = await step.Do(store, model);
                    var expected = model.After(step);
                    if (happened != expected) throw new InvalidOperationException($"{step}: {happened} instead of {expected}");
                    return;
                }
                catch (StorageFaultException) when (i < 3)
                {
                    // Once more.
                }
            }
        }

        async Task Compare()
        {
            var stored = new List<Idea>();
            await foreach (var idea in store.All(CancellationToken.None)) stored.Add(idea);
            if (model.Wrong(stored) is { } wrong) throw new InvalidOperationException(wrong);
            // What clicks share has everything that was stored here.
            var recent = await store.Recent(CancellationToken.None);
            if (model.Wrong(recent) is { } old) throw new InvalidOperationException($"What clicks share: {old}");
            if (!recent.Select(idea => idea.Id).SequenceEqual(stored.Select(idea => idea.Id))) throw new InvalidOperationException("What clicks share has another order");
            foreach (var idea in stored)
                if (!(await store.Alike(idea.Text, CancellationToken.None)).Contains(idea.Id)) throw new InvalidOperationException($"{idea.Number} can't be found by its text");
        }
    }
}
