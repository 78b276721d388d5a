using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LeerkringBot.Tests.Work;

/// <summary>Work that failed ten times is not forgotten: organisers see it and have it tried again.</summary>
public sealed class FailedWorkFlowTests : IDisposable
{
    private readonly Stubborn stubborn = new();
    private readonly TestBot bot;

    public FailedWorkFlowTests() => bot = new(services => services.AddSingleton<IWorkHandler>(stubborn));

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task An_organiser_sees_what_failed_and_why_and_it_is_done_when_tried_again()
    {
        var organiser = bot.Organiser();
        Assert.DoesNotContain("blijven liggen", await organiser.Says("overzicht"));
        await bot.Get<IWorkQueue>().Enqueue(new("test.stubborn", "7"), null, TestContext.Current.CancellationToken);
        await TestBot.Until(() =>
        {
            bot.Clock.Advance(TimeSpan.FromMinutes(1));
            return bot.Tables[TableNames.Poison].Query("work", "0", "~", [], CancellationToken.None).ToBlockingEnumerable().Any();
        });

        Assert.Contains("Er is 1 taak van mij blijven liggen.", await organiser.Says("overzicht"));
        Assert.Contains("**test.stubborn**", await organiser.Presses("Bekijk wat niet lukte"));
        Assert.Contains("Nog niet", organiser.Seen);

        stubborn.GivesIn = true;
        Assert.Contains("Ik probeer het opnieuw.", await organiser.Presses("Alles opnieuw proberen"));
        await TestBot.Until(() => stubborn.Done == 1);
        Assert.DoesNotContain("blijven liggen", await organiser.Says("overzicht"));
    }

    private sealed class Stubborn : IWorkHandler
    {
        public string Kind => "test.stubborn";

        public bool GivesIn { get; set; }

        public int Done { get; private set; }

        public Task Handle(string subject, CancellationToken cancellationToken)
        {
            if (!GivesIn) throw new InvalidOperationException("Nog niet");
            Done++;
            return Task.CompletedTask;
        }
    }
}
