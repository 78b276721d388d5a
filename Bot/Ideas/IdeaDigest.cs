using System.Globalization;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Ideas;
using LeerkringBot.Cards.Reminders;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;
using LeerkringBot.Domain.Ideas;

namespace LeerkringBot.Bot.Ideas;

/// <summary>The ideas of some days, as something to send: every week by itself where organisers want that, and whenever one of them does.</summary>
public sealed class IdeaDigest(IIdeaStore ideas, TimeProvider clock) : IComposable
{
    private const string Name = "ideas";
    private const string DayFormat = "yyyy-MM-dd";
    private const char Separator = '_';
    private static readonly TimeSpan Follows = TimeSpan.FromDays(7);

    public string Kind => Name;

    public IReadOnlyList<string> Words => ["ideeenoverzicht", "ideas digest"];

    /// <summary>The digest of the week before one, by itself. Starting it twice, or from two instances, is starting it once.</summary>
    /// <param name="monday">On which that week begins.</param>
    /// <param name="audience">To whom.</param>
    /// <param name="now">The moment.</param>
    public static Broadcast Weekly(DateOnly monday, Audience audience, DateTimeOffset now) => new($"ideas-week.{Text(monday)}", new(Name, SubjectOf(monday.AddDays(-7), monday)), audience, null, now);

    public async Task<ChannelCard?> Neutral(string subject, CancellationToken cancellationToken) =>
        await Card(subject, Texts.Dutch, cancellationToken) is { } card && Read(subject) is var (_, before) ? new(card, DutchTime.At(before, TimeOnly.MinValue) + Follows) : null;

    public async Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken) =>
        await Card(subject, texts, cancellationToken) is { } card ? MutedCard.Under(card, texts) : null;

    public async Task<ComposeCard.Choices> Choices(Texts texts, CancellationToken cancellationToken)
    {
        var tomorrow = DutchTime.DayOf(clock.GetUtcNow()).AddDays(1);
        var choices = new List<Choice>();
        foreach (var (key, from) in new[] { ("Week", tomorrow.AddDays(-7)), ("Month", tomorrow.AddMonths(-1)) })
        {
            var count = (await Between(from, tomorrow, cancellationToken)).Count;
            if (count > 0) choices.Add(new(texts.Plain($"Compose.ideas.{key}", texts.Count("Idea.Count", count)), SubjectOf(from, tomorrow)));
        }

        return new(choices, null);
    }

    public async Task<Draft?> Prepare(ComposeCard.PreviewData chosen, CancellationToken cancellationToken) =>
        chosen.Subject is { } subject && await Neutral(subject, cancellationToken) is { } card ? new(subject, card.Card, _ => Task.CompletedTask) : null;

    /// <summary>Those listed that came within some days, newest first.</summary>
    /// <param name="from">Inclusive, a Dutch day.</param>
    /// <param name="before">Exclusive.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<Idea>> Between(DateOnly from, DateOnly before, CancellationToken cancellationToken)
    {
        var (first, end) = (DutchTime.At(from, TimeOnly.MinValue), DutchTime.At(before, TimeOnly.MinValue));
        var found = new List<Idea>();
        await foreach (var idea in ideas.All(cancellationToken))
        {
            if (idea.At < first) break;
            if (idea.At < end && idea.IsListed) found.Add(idea);
        }

        return found;
    }

    private async Task<AdaptiveCard?> Card(string subject, Texts texts, CancellationToken cancellationToken)
    {
        if (Read(subject) is not var (from, before)) return null;
        var found = await Between(from, before, cancellationToken);
        return found.Count == 0 ? null : IdeaDigestCard.Render(found, from, before.AddDays(-1), DutchTime.DayOf(clock.GetUtcNow()), texts);
    }

    private static string SubjectOf(DateOnly from, DateOnly before) => $"{Text(from)}{Separator}{Text(before)}";

    private static (DateOnly From, DateOnly Before)? Read(string subject) =>
        subject.Split(Separator) is [var from, var before] && Day(from) is { } first && Day(before) is { } end && first < end ? (first, end) : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);
}
