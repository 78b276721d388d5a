using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LeerkringBot.Bot.Development;

/// <summary>What the Playground reads when it starts.</summary>
public static class PlaygroundFiles
{
    public const string Preload = "preload.cjs";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Write(PlaygroundSetup setup)
    {
        Directory.CreateDirectory(setup.Folder);
        File.WriteAllText(Path.Join(setup.Folder, ".m365agentsplayground.yml"), Configuration(setup));
        using var preload = typeof(PlaygroundFiles).Assembly.GetManifestResourceStream(Preload)!;
        using var file = File.Create(Path.Join(setup.Folder, Preload));
        preload.CopyTo(file);
    }

    // JSON is YAML too.
    private static string Configuration(PlaygroundSetup setup) => JsonSerializer.Serialize(
        new
        {
            version = "0.1.1",
            tenantId = "0c000000-0000-4000-8000-000000000001",
            bot = new { id = "28:leerkringbot", name = "LeerkringBot" },
            currentUser = User(setup.Users[0]),
            users = setup.Users.Skip(1).Select(User),
            personalChat = new { id = setup.PersonalChat },
            groupChat = new { id = setup.GroupChat, name = "Voorbereiding" },
            team = new
            {
                id = setup.Team,
                name = "Leerkring",
                aadGroupId = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(setup.Name)).AsSpan(0, 16)),
                channels = new[] { new { id = setup.Channel, name = "Bijeenkomsten" } },
            },
        },
        Indented);

    private static object User(PlaygroundUser user)
    {
        var names = user.Name.Split(' ', 2);
        return new
        {
            id = $"29:{user.ObjectId}",
            name = user.Name,
            userPrincipleName = user.Email, // sic
            aadObjectId = user.ObjectId,
            givenName = names[0],
            surname = names[^1],
            email = user.Email,
        };
    }
}
