using LeerkringBot.Domain;
using LeerkringBot.Domain.Gatherings;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Tests.Registrations;

/// <summary>Gatherings that ask more than the test network's.</summary>
internal static class GatheringOf
{
    /// <summary>Stores the kick-off as another gathering, changed as the test wants, on the same day.</summary>
    public static async Task<Gathering> Adds(this TestBot bot, string item, Func<Gathering, Gathering> change, string series = "proef")
    {
        var kickOff = await bot.Get<IGatherings>().Find(TestBot.KickOff, TestContext.Current.CancellationToken);
        var gathering = change(kickOff! with { Id = new(series, item), Title = $"Proef {item}" });
        Assert.True(await bot.Get<IGatheringStore>().Add(gathering, TestContext.Current.CancellationToken));
        return gathering;
    }

    /// <summary>With a morning of two tracks and an afternoon of one, each with two places.</summary>
    public static Gathering WithTracks(this Gathering gathering, int capacity = 2) => gathering with
    {
        Capacity = null,
        Rounds =
        [
            new("ochtend", new(10, 0), new(12, 30), [new("spelregels", "Spelregels", capacity), new("kernen", "Kernendemocratie", capacity)]),
            new("middag", new(13, 30), new(16, 0), [new("begroten", "Democratisch begroten", capacity)]),
        ],
    };

    /// <summary>With a plan that must be described where there is one, and wishes.</summary>
    public static Gathering WithQuestions(this Gathering gathering) => gathering with
    {
        AsksWishes = true,
        Questions =
        [
            new("plan", "Heeft uw gemeente een concreet project of plan?", QuestionKind.YesNo, true, []),
            new("omschrijving", "Omschrijf het project of plan", QuestionKind.Text, true, [], new("plan", Question.Yes)),
            new("mensen", "Met hoeveel mensen werkt u eraan?", QuestionKind.Number, false, []),
        ],
    };

    public static async Task<RegistrationSheet> SheetOf(this TestBot bot, GatheringId gathering) =>
        (await bot.Get<IRegistrationStore>().Sheet(gathering, TestContext.Current.CancellationToken))!;

    public static async Task<Registration?> RegistrationOf(this TestBot bot, GatheringId gathering, MemberId member) =>
        (await bot.Get<IRegistrationStore>().Read(gathering, member, TestContext.Current.CancellationToken))!.Value.Mine;

    public static Task<string> Opens(this TestPerson person, GatheringId gathering) =>
        person.Clicks("registration.show", new System.Text.Json.Nodes.JsonObject { ["gathering"] = gathering.ToString() });

    public static Task<string> Comes(this TestPerson person, GatheringId gathering) =>
        person.Clicks("registration.come", new System.Text.Json.Nodes.JsonObject { ["gathering"] = gathering.ToString() });
}
