using System.Collections.Immutable;

namespace LeerkringBot.Domain;

/// <summary>The learning network: its name, the mailbox people can write to, its municipalities.</summary>
/// <param name="Name">For example "M50 leerkring Democratische vernieuwing".</param>
/// <param name="Mailbox">E-mail address of the secretariat, shown as the second door.</param>
/// <param name="Municipalities">By code.</param>
public sealed record Network(string Name, string Mailbox, ImmutableSortedDictionary<string, Municipality> Municipalities)
{
    public static Network Empty { get; } = new("", "", ImmutableSortedDictionary<string, Municipality>.Empty);

    public Municipality? Find(MunicipalityCode code) => Municipalities.GetValueOrDefault(code.ToString());

    /// <summary>The municipalities that an e-mail address may belong to: none, one, or several that share a domain.</summary>
    public IReadOnlyList<Municipality> Suggest(string? email)
    {
        var at = email?.LastIndexOf('@') ?? -1;
        if (at < 0) return [];
        var domain = email![(at + 1)..];
        return [.. Municipalities.Values.Where(municipality => municipality.EmailDomains.Contains(domain, StringComparer.OrdinalIgnoreCase))];
    }

    /// <summary>The municipalities that a member can answer for, their own first: those that share the domain of the member's e-mail address work as one organisation.</summary>
    public IReadOnlyList<Municipality> SpokenForBy(Member member)
    {
        if (member.Affiliation is not Affiliation.OfMunicipality { Code: var own }) return [];
        var together = Suggest(member.Email);
        return together.Any(municipality => municipality.Code == own)
            ? [.. together.OrderBy(municipality => municipality.Code != own)]
            : [Find(own) ?? new(own, own.ToString(), [])];
    }

    /// <summary>What to call whom a member speaks for: "Waalwijk", "VNG".</summary>
    public string NameOf(Affiliation affiliation) => affiliation switch
    {
        Affiliation.OfMunicipality of => Find(of.Code)?.Name ?? of.Code.ToString(),
        Affiliation.OfOrganisation of => of.Name,
        _ => throw new ArgumentOutOfRangeException(nameof(affiliation)),
    };
}
