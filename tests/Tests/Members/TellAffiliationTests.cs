using LeerkringBot.Domain;
using LeerkringBot.Domain.Members;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Tests.Members;

public sealed class TellAffiliationTests : IDisposable
{
    private static readonly Affiliation Zeist = new Affiliation.OfMunicipality(MunicipalityCode.Parse("GM0355"));

    private readonly Listening listening = new();
    private readonly TestBot bot;

    public TellAffiliationTests() => bot = new(services => services.AddSingleton<IAffiliationChanged>(listening));

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Features_hear_at_once_of_a_municipality_that_is_corrected()
    {
        var person = await bot.Confirmed(1);
        await Correct(person);
        Assert.Equal((person.Id, Zeist), listening.Heard[^1]);
    }

    [Fact]
    public async Task A_feature_that_fails_does_not_spoil_the_click_and_hears_it_again_a_minute_later()
    {
        var person = await bot.Confirmed(1);
        listening.Fails = true;
        Assert.Contains("Genoteerd: Zeist", await Correct(person));

        (listening.Fails, var before) = (false, listening.Heard.Count);
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await TestBot.Until(() => listening.Heard.Count > before);
        Assert.Equal((person.Id, Zeist), listening.Heard[^1]);
    }

    [Fact]
    public async Task Features_hear_it_also_when_the_program_ends_right_after_the_change_is_stored()
    {
        var person = await bot.Confirmed(1);
        var before = listening.Heard.Count;
        bot.Tables[TableNames.Members].FailAfter = _ => true;
        await Correct(person);
        Assert.Equal(before, listening.Heard.Count);
        bot.Tables[TableNames.Members].FailAfter = _ => false;

        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await TestBot.Until(() => listening.Heard.Count > before);
        Assert.Equal((person.Id, Zeist), listening.Heard[^1]);
    }

    private static async Task<string> Correct(TestPerson person)
    {
        await person.Says("mijn gemeente");
        return await person.Presses("Dit is mijn gemeente", ("code", "GM0355"));
    }

    private sealed class Listening : IAffiliationChanged
    {
        private readonly Lock gate = new();
        private readonly List<(MemberId Member, Affiliation Affiliation)> heard = [];

        public bool Fails { get; set; }

        public IReadOnlyList<(MemberId Member, Affiliation Affiliation)> Heard
        {
            get
            {
                lock (gate) return [.. heard];
            }
        }

        public Task Handle(MemberId member, Affiliation affiliation, CancellationToken cancellationToken)
        {
            if (Fails) throw new StorageFaultException("Made to fail.");
            lock (gate) heard.Add((member, affiliation));
            return Task.CompletedTask;
        }
    }
}
