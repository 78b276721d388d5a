using LeerkringBot.Domain;

namespace LeerkringBot.Infrastructure.Networks;

/// <summary>How the network file and the settings name a person: an Entra object id, or an e-mail address.</summary>
public readonly record struct PersonName
{
    private readonly string text;

    private PersonName(string text) => this.text = text;

    /// <summary>The name itself is nowhere in storage: this tells whether somebody has it.</summary>
    public string Hash => Key.Hash(text, 32);

    public static bool TryParse(string text, out PersonName name)
    {
        var isId = Guid.TryParse(text, out var id);
        name = isId ? new(id.ToString("D")) : new(text.ToLowerInvariant());
        return isId || EmailAddress.IsValid(text);
    }

    public static PersonName Of(MemberId id) => new(id.ToString());

    /// <param name="email">As the channel tells it.</param>
    public static PersonName Of(string email) => new(email.ToLowerInvariant());

    /// <summary>Lower case; an id with its dashes.</summary>
    public override string ToString() => text;
}
