using System.Runtime.CompilerServices;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Reminders;

/// <summary>An audience without those who want no reminders: the one place that knows of it.</summary>
public sealed class ReminderAudience(IAudience inner, IMembers members, MutedGuests guests) : IAudience
{
    private const string Prefix = "reminder-";

    public string Kind => KindOf(inner.Kind);

    /// <param name="inner">The kind of the audience itself.</param>
    public static string KindOf(string inner) => Prefix + inner;

    /// <summary>Whether what goes to it can be muted.</summary>
    public static bool Is(Audience? audience) => audience is not null && audience.Kind.StartsWith(Prefix, StringComparison.Ordinal);

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var muted = (await members.All(cancellationToken)).Where(member => member.WantsNoReminders).Select(Recipient (member) => new Recipient.OfMember(member.Id)).ToHashSet();
        await foreach (var one in inner.Of(subject, cancellationToken))
            if (!muted.Contains(one.Recipient) && !await guests.Include(subject, one.Recipient, cancellationToken)) yield return one;
    }

    public async Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken) =>
        recipient is Recipient.OfMember to && await members.Find(to.Member, cancellationToken) is { WantsNoReminders: true } || await guests.Include(subject, recipient, cancellationToken)
            ? SkipReason.Muted
            : await inner.Excludes(subject, recipient, cancellationToken);
}
