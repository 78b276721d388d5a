using System.Runtime.CompilerServices;
using LeerkringBot.Domain;

namespace LeerkringBot.Tests.Reminders;

/// <summary>Whoever the test names, or the channel.</summary>
public sealed class NamedAudience : IAudience
{
    public string Kind => "named";

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        foreach (var key in subject.Split(' ')) yield return new(Recipient.Parse(key), key);
    }

    public Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken) => Task.FromResult<SkipReason?>(null);
}
