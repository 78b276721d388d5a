using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;
using LeerkringBot.Infrastructure.Storage;

namespace LeerkringBot.Infrastructure.Registrations;

/// <summary>A new gathering begins with an empty sheet.</summary>
public sealed class SheetOpening : IGatheringOpening
{
    public Row Open(Gathering gathering, int? capacity) => SheetRow.Write(RegistrationSheet.Open(gathering, capacity));
}
