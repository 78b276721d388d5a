using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Bot.Ideas;

/// <summary>Tells senders, once each time, what organisers decided about their idea: in their chat, or by mail. A decision that another one followed is not told any more: the later one is.</summary>
public sealed class IdeaNews(SendBroadcast send, IIdeaStore ideas, IdeaCards cards, IMembers members, INetwork network, TimeProvider clock) : IWorkHandler, IPersonalContent
{
    private const string Name = "idea-news";

    string IWorkHandler.Kind => IdeaWork.TellKind;

    string IPersonalContent.Kind => Name;

    public async Task Handle(string subject, CancellationToken cancellationToken)
    {
        var (id, version) = IdeaWork.ReadTell(subject);
        if (await ideas.Find(id, cancellationToken) is not { } idea || idea.StatusVersion != version) return;
        if (await Whom(idea, cancellationToken) is not { } recipient) return;
        // The id makes it unique: doing it again sends nothing.
        var news = new Broadcast($"{Name}.{id.Number.Code}-{version}", new(Name, id.ToString()), null, null, clock.GetUtcNow());
        await send.ToOne(news, new Recipient.OfMember(recipient), "", cancellationToken);
    }

    public async Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken)
    {
        if (!IdeaId.TryParse(subject, out var id) || await ideas.Find(id, cancellationToken) is not { } idea || idea.Sender != new IdeaSender.OfMember(member.Id)) return null;
        var card = await cards.One(new(member.Id, member.Language, Task.FromResult(member)), idea, Told(idea, texts), texts, cancellationToken);
        return card with { Summary = texts.Plain("Idea.NewsSummary", idea.Number) };
    }

    public async Task<Mail?> Mail(string subject, MemberId guest, CancellationToken cancellationToken)
    {
        if (!IdeaId.TryParse(subject, out var id) || await ideas.Find(id, cancellationToken) is not { Sender: IdeaSender.ByMail { IsChecked: true } to } idea) return null;
        var (texts, known) = (Texts.Dutch, await network.Current(cancellationToken));
        return new(
            to.Address,
            to.Name,
            texts.Plain("Idea.NewsSummary", idea.Number),
            texts.Plain("Idea.NewsMail", to.Name.Length > 0 ? to.Name : to.Address, Told(idea, texts), idea.Text, known.Mailbox, known.Name));
    }

    // Who was deleted meanwhile leaves no new trace; who mailed is known by the idea alone.
    private async Task<MemberId?> Whom(Idea idea, CancellationToken cancellationToken) => idea.Sender switch
    {
        IdeaSender.OfMember sender => await members.Find(sender.Member, cancellationToken) is { IsLeaving: false } ? sender.Member : null,
        IdeaSender.ByMail { IsChecked: true } => new($"sender-of-{idea.Number.Code}"),
        _ => null,
    };

    private static string Told(Idea idea, Texts texts)
    {
        var status = idea.MergedInto is { } whole ? texts.Plain("Idea.NewsMerged", idea.Number, whole.Number) : texts.Plain("Idea.News", idea.Number, texts[$"Idea.Status.{idea.Status}"]);
        return idea.StatusLine.Length == 0 ? status : $"{status} {idea.StatusLine}";
    }
}
