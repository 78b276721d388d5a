using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace LeerkringBot.Bot.Teams;

/// <summary>One reading of the signing keys, with the tokens that were found valid under it. Both go together: a token is forgotten with its key.</summary>
public sealed class KeyRing(IReadOnlyList<JsonWebKey> keys)
{
    private const int MostTokens = 1_000;
    private readonly FrozenSet<string> ids = keys.Select(key => key.Kid).ToFrozenSet();
    private readonly ConcurrentDictionary<TokenHash, ValidToken> tokens = new();

    public IReadOnlyList<SecurityKey> Keys => keys;

    public int TokensRemembered => tokens.Count;

    public bool Holds(string keyId) => ids.Contains(keyId);

    public ValidToken? Find(TokenHash token, DateTimeOffset now) =>
        tokens.TryGetValue(token, out var valid) && now < valid.ExpiresAt ? valid : null;

    public void Remember(TokenHash token, ValidToken valid)
    {
        if (tokens.Count >= MostTokens) tokens.Clear();
        tokens[token] = valid;
    }

    /// <summary>For which channels a key may sign.</summary>
    public static FrozenSet<string> Endorsements(SecurityKey key)
    {
        if (key is not JsonWebKey web || !web.AdditionalData.TryGetValue("endorsements", out var listed)) return [];
        return listed switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).ToFrozenSet(),
            IEnumerable<object> items => items.OfType<string>().ToFrozenSet(),
            _ => [],
        };
    }
}
