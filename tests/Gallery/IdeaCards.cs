using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Ideas;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Gallery;

internal static class IdeaCards
{
    private const string Beginning = "Laat elke kern *zelf* over een klein budget gaan.\nBegin met drie kernen.\n\n1. Loten\n2. Beslissen\n3. Doen";

    public static IEnumerable<(string State, AdaptiveCard Card)> All(Specimens specimens, Texts texts)
    {
        var gathering = specimens.Gathering;
        var about = new Subject.OfGathering(gathering.Id);
        var idea = new Idea
        {
            Id = IdeaId.Parse("251596802800000-7K3QX8"),
            Text = specimens.Typed("Laat elke kern zelf over een klein budget gaan"),
            Theme = specimens.Typed("Kernendemocratie"),
            About = about,
            Sender = new IdeaSender.OfMember(new("anna")),
            At = Specimens.Now,
            ShowsName = true,
        };
        var followed = idea with { Status = IdeaStatus.TakenUp, StatusLine = specimens.Typed("Waalwijk en Lochem proberen het uit"), Supporters = [new("bram"), new("carla")], ChangedAt = Specimens.Now.AddDays(1) };
        // Where only the beginning is shown, what was typed isn't shown to the letter.
        var (begun, begunFollowed) = (idea with { Text = Beginning }, followed with { Text = Beginning });
        var from = $"{specimens.Member("Anna de Vries").Name}, Waalwijk";
        IReadOnlyList<Choice> subjects = [new(gathering.Title, about.Key)];

        yield return ("idea, door under a card", new AdaptiveCard(IdeaDoor.Render(about, gathering.Title, specimens.Network.Mailbox, texts), "") { Lang = texts.Lang });
        yield return ("idea, form", IdeaFormCard.Render(new("draft", About: about.Key), true, subjects, [], texts));
        yield return ("idea, form with mistakes", IdeaFormCard.Render(new("draft", "", specimens.Typed("Kernendemocratie"), about.Key, "false"), true, subjects, [IdeaMistake.Empty, IdeaMistake.ThemeTooLong], texts));
        yield return ("idea, form sent before", IdeaFormCard.Render(new("draft", idea.Text, About: about.Key), true, subjects, [], texts, texts.Plain("Idea.AlreadySent", idea.Number)));
        yield return ("idea, form to change", IdeaFormCard.Render(new(idea.Id.ToString(), idea.Text, idea.Theme, about.Key, "true"), false, subjects, [], texts));
        yield return ("idea, noted", One(idea, mine: true, notice: texts.Plain("Idea.NotedNext", idea.Number)));
        yield return ("idea of somebody else", One(followed, mine: false, parts: begun with { Id = IdeaId.Parse("251596802800001-FDVN8N") }));
        yield return ("idea, withdrawing", IdeaCard.RenderAsk(idea, texts));
        yield return ("ideas, none", IdeaListCard.Render(new([], 0, 0, [], []), [], new(), [], null, null, texts));
        yield return ("ideas", IdeaListCard.Render(
            new([begun, begunFollowed], 1, 23, [idea.Theme], [about]),
            [View(begun, true), View(begunFollowed, false)],
            new(1, Words: specimens.Typed("budget")),
            subjects,
            true,
            texts.Plain("Idea.YouSupport", idea.Number),
            texts));

        yield return ("ideas, agenda of a gathering", new AdaptiveCard([.. IdeaDoor.Agenda([new(gathering.Id, idea.Number, idea.Text)], texts)], "") { Lang = texts.Lang });
        yield return ("ideas, digest", IdeaDigestCard.Render([begun, begunFollowed], new(2027, 1, 4), new(2027, 1, 10), new(2027, 1, 11), texts));
        yield return ("idea, follow-up", IdeaFollowUpCard.Render(View(begunFollowed, false) with { IsOrganiser = true }, null, [], [new(gathering.Title, gathering.Id.ToString())], texts["Idea.StatusSaved"], texts));
        yield return ("idea, follow-up of a mail like another", IdeaFollowUpCard.Render(
            View(begun with { Sender = new IdeaSender.ByMail("jan@waalwijk.example", "Jan", true), Original = new("1", new("https://outlook.example/mail/1"), null, true) }, false), "Waalwijk", [IdeaId.Parse("251596802800001-FDVN8N").Number], [], null, texts));
        yield return ("idea, follow-up of a mail in a file", IdeaFollowUpCard.Render(
            View(begun with { Sender = new IdeaSender.ByMail("jan@waalwijk.example", "Jan", false), Original = new("1", null, specimens.Typed("Re Kick-off.eml"), true) }, false), null, [], [], null, texts));
        yield return ("idea, follow-up of a part", IdeaFollowUpCard.Render(
            View(begun with { Status = IdeaStatus.Merged, MergedInto = IdeaId.Parse("251596802800001-FDVN8N"), IsHidden = true }, false), null, [], [], null, texts));
        yield return ("ideas, merging", IdeaFollowUpCard.RenderAsk(begun, begunFollowed with { Id = IdeaId.Parse("251596802800001-FDVN8N") }, texts));

        AdaptiveCard One(Idea shown, bool mine, string? notice = null, params IReadOnlyList<Idea> parts) =>
            IdeaCard.Render(View(shown, mine) with { Parts = parts }, notice, null, Specimens.Now, texts);

        IdeaView View(Idea shown, bool mine) => new(shown, from, gathering.Title, mine, !mine, false, []);
    }
}
