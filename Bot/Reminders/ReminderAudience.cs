using System.Runtime.CompilerServices;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Reminders;

/// <summary>An audience without those who want no reminders: the one place that knows of it.</summary>
public sealed class ReminderAudience(IAudience inner, IMembers members) : IAudience
{
    public string Kind => KindOf(inner.Kind);

    /// <param name="inner">The kind of the audience itself.</param>
    public static string KindOf(string inner) => $"reminder-{inner}";

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var muted = (await members.All(cancellationToken)).Where(member => member.WantsNoReminders).Select(Recipient (member) => new Recipient.OfMember(member.Id)).ToHashSet();
        await foreach (var one in inner.Of(subject, cancellationToken))
            if (!muted.Contains(one.Recipient)) yield return one;
    }

    public async Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken) =>
        recipient is Recipient.OfMember to && await members.Find(to.Member, cancellationToken) is { WantsNoReminders: true }
            ? SkipReason.Muted
            : await inner.Excludes(subject, recipient, cancellationToken);
}
