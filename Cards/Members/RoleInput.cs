using LeerkringBot.Cards.Elements;
using LeerkringBot.Domain;

namespace LeerkringBot.Cards.Members;

/// <summary>The list of roles to choose from. Nobody has to.</summary>
public static class RoleInput
{
    /// <summary>Of the input; the buttons' data has a property of that name.</summary>
    public const string Id = "role";

    /// <summary>What somebody chooses who would rather not say.</summary>
    public const string NoRole = "none";

    /// <param name="current">Shown as chosen.</param>
    /// <param name="canBeTakenBack">Whether one may choose to have none.</param>
    /// <param name="texts">In the member's language.</param>
    public static ChoiceSetInput Render(Role? current, bool canBeTakenBack, Texts texts) =>
        new(texts["Role"], [.. Enum.GetValues<Role>().Select(role => new Choice(texts.Role(role), role.ToString())), .. canBeTakenBack ? [new Choice(texts["Role.None"], NoRole)] : Array.Empty<Choice>()])
        {
            Id = Id,
            Value = current?.ToString(),
            Style = "compact",
            Placeholder = texts["Role.Placeholder"],
        };

    /// <returns>Null for anything that is not one of the roles.</returns>
    public static Role? Read(string? chosen) =>
        Enum.GetValues<Role>().Cast<Role?>().FirstOrDefault(role => role.ToString() == chosen);
}
