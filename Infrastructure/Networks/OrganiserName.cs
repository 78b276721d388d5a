using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Networks;

/// <summary>How an organiser is named: an Entra object id, or an e-mail address.</summary>
public readonly record struct OrganiserName
{
    private readonly string text;

    private OrganiserName(string text) => this.text = text;

    public static bool TryParse(string text, out OrganiserName name)
    {
        var isId = Guid.TryParse(text, out var id);
        name = isId ? new(id.ToString("D")) : new(text.ToLowerInvariant());
        return isId || EmailAddress.IsValid(text);
    }

    public static OrganiserName Of(MemberId id) => new(id.ToString());

    /// <param name="email">As the channel tells it.</param>
    public static OrganiserName Of(string email) => new(email.ToLowerInvariant());

    /// <summary>Lower case; an id with its dashes.</summary>
    public override string ToString() => text;
}
