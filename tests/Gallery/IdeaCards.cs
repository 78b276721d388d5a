using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Ideas;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Gallery;

internal static class IdeaCards
{
    public static IEnumerable<(string State, AdaptiveCard Card)> All(Specimens specimens, Texts texts)
    {
        var gathering = specimens.Gathering;
        var about = new Subject.OfGathering(gathering.Id);
        var idea = new Idea
        {
            Id = IdeaId.Parse("251596802800000-7K3QXF"),
            Text = specimens.Typed("Laat elke kern zelf over een klein budget gaan"),
            Theme = specimens.Typed("Kernendemocratie"),
            About = about,
            Sender = new IdeaSender.OfMember(new("anna")),
            At = Specimens.Now,
            ShowsName = true,
        };
        var followed = idea with { Status = IdeaStatus.TakenUp, StatusLine = specimens.Typed("Waalwijk en Lochem proberen het uit"), Supporters = [new("bram"), new("carla")], ChangedAt = Specimens.Now.AddDays(1) };
        var from = $"{specimens.Member("Anna de Vries").Name}, Waalwijk";
        IReadOnlyList<Choice> subjects = [new(gathering.Title, about.Key)];

        yield return ("idea, door under a card", new AdaptiveCard(IdeaDoor.Render(about, gathering.Title, specimens.Network.Mailbox, texts), "") { Lang = texts.Lang });
        yield return ("idea, form", IdeaFormCard.Render(new("draft", About: about.Key), true, subjects, [], texts));
        yield return ("idea, form with mistakes", IdeaFormCard.Render(new("draft", "", specimens.Typed("Kernendemocratie"), about.Key, "false"), true, subjects, [IdeaMistake.Empty, IdeaMistake.ThemeTooLong], texts));
        yield return ("idea, form to change", IdeaFormCard.Render(new(idea.Id.ToString(), idea.Text, idea.Theme, about.Key, "true"), false, subjects, [], texts));
        yield return ("idea, noted", One(idea, mine: true, notice: texts.Plain("Idea.NotedNext", idea.Number)));
        yield return ("idea of somebody else", One(followed, mine: false, parts: idea with { Id = IdeaId.Parse("251596802800001-FDVN8W") }));
        yield return ("idea, withdrawing", IdeaCard.RenderAsk(idea, texts));
        yield return ("ideas, none", IdeaListCard.Render(new([], 0, 0, [], []), [], new(), [], null, texts));
        yield return ("ideas", IdeaListCard.Render(
            new([idea, followed], 1, 23, [idea.Theme], [about]),
            [View(idea, true), View(followed, false)],
            new(1, Words: specimens.Typed("budget")),
            subjects,
            texts.Plain("Idea.YouSupport", idea.Number),
            texts));

        AdaptiveCard One(Idea shown, bool mine, string? notice = null, params IReadOnlyList<Idea> parts) =>
            IdeaCard.Render(View(shown, mine) with { Parts = parts }, notice, null, Specimens.Now, texts);

        IdeaView View(Idea shown, bool mine) => new(shown, from, gathering.Title, mine, !mine, false, []);
    }
}
