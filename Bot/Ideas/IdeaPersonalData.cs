using LeerkringBot.Bot.Members;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Bot.Ideas;

/// <summary>The ideas that somebody gave, in Teams or from their address, and those they support. Their ideas stay without their name; their support goes.</summary>
public sealed class IdeaPersonalData(IIdeaStore ideas, IMembers members) : IPersonalData
{
    public int Order => 25;

    public async Task<IReadOnlyList<PersonalItem>> Of(Member member, CancellationToken cancellationToken)
    {
        var texts = Texts.For(member.Language);
        var (given, supported) = (new List<PersonalItem>(), new List<PersonalItem>());
        await foreach (var idea in ideas.All(cancellationToken))
        {
            if (ForgetRules.IsOf(idea, member.Id, member.Email))
                given.Add(new(texts["Idea.MyData"], [.. Given(idea, texts)]));
            if (idea.Supporters.Contains(member.Id))
                supported.Add(new(texts["Idea.MySupport"], [new(texts["Idea.MyNumber"], idea.Number.ToString()), new(texts["Idea.MyText"], idea.Text)]));
        }

        return [.. given, .. supported];
    }

    public async Task Forget(MemberId member, CancellationToken cancellationToken)
    {
        var known = await members.Find(member, cancellationToken);
        await foreach (var idea in ideas.All(cancellationToken))
        {
            if (!ForgetRules.IsOf(idea, member, known?.Email) && !idea.Supporters.Contains(member)) continue;
            await ideas.Change([idea.Id], read => ForgetRules.Forget(read, idea.Id, member, known?.Name, known?.Email), cancellationToken);
        }
    }

    private static IEnumerable<PersonalFact> Given(Idea idea, Texts texts)
    {
        yield return new(texts["Idea.MyNumber"], idea.Number.ToString());
        yield return new(texts["Idea.MyText"], idea.Text);
        if (idea.Theme.Length > 0) yield return new(texts["Idea.MyTheme"], idea.Theme);
        yield return new(texts["Idea.MyStatus"], texts[$"Idea.Status.{idea.Status}"]);
        if (idea.StatusLine.Length > 0) yield return new(texts["Idea.MyStatusLine"], idea.StatusLine);
        yield return new(texts["Idea.MyNameShown"], texts[idea.ShowsName ? "Personal.Yes" : "Personal.No"]);
        yield return new(texts["Idea.MyMoment"], PersonalTime.Of(idea.At));
        if (idea.Original?.MessageId is { } reference) yield return new(texts["Idea.MyMail"], reference);
        if (idea.Original?.Place is { } place) yield return new(texts["Idea.MyMailPlace"], place);
        if (idea.Sender is not IdeaSender.ByMail mail) yield break;
        yield return new(texts["Idea.MyAddress"], mail.Address);
        if (mail.Name.Length > 0) yield return new(texts["Idea.MyName"], mail.Name);
    }
}
