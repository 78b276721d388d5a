using System.Runtime.CompilerServices;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>Who has a place at a gathering, guests too; afterwards who had one.</summary>
public sealed class RegisteredAudience(IRegistrationStore registrations, IMembers members) : IAudience
{
    public const string Name = "registered";

    public string Kind => Name;

    public async IAsyncEnumerable<Addressee> Of(string subject, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!GatheringId.TryParse(subject, out var id) || await registrations.Sheet(id, cancellationToken) is not { IsCancelled: false } sheet) yield break;
        var names = (await members.All(cancellationToken)).Where(member => !member.IsLeaving).ToDictionary(member => member.Id, member => member.Name);
        foreach (var one in await registrations.All(id, cancellationToken))
        {
            if (MyRegistration.Of(sheet, one) is MyRegistration.Coming && (one.Guest?.Name ?? names.GetValueOrDefault(one.Member)) is { } name)
                yield return new(new Recipient.OfMember(one.Member), name);
        }
    }

    public async Task<SkipReason?> Excludes(string subject, Recipient recipient, CancellationToken cancellationToken)
    {
        if (recipient is not Recipient.OfMember to || !GatheringId.TryParse(subject, out var id)) return SkipReason.Left;
        if (await registrations.Read(id, to.Member, cancellationToken) is not ({ IsCancelled: false } sheet, var registration)) return SkipReason.Over;
        if (MyRegistration.Of(sheet, registration) is not MyRegistration.Coming) return SkipReason.Left;
        return registration!.Guest is null && await members.Find(to.Member, cancellationToken) is not { IsLeaving: false } ? SkipReason.Forgotten : null;
    }
}
