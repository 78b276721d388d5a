namespace LeerkringBot.Domain.Reminders;

/// <summary>Who decides about their own reminders.</summary>
public abstract record Reminded
{
    private Reminded() { }

    /// <summary>"m|…" or "a|…".</summary>
    public abstract string Key { get; }

    /// <exception cref="FormatException">The text is no such key.</exception>
    public static Reminded Parse(string key) => key switch
    {
        ['m', '|', .. var id] => new OfMember(new(id)),
        ['a', '|', .. var hash] => new OfAddress(hash),
        _ => throw new FormatException($"'{key}' is nobody who is reminded."),
    };

    public sealed record OfMember(MemberId Member) : Reminded
    {
        public override string Key => $"m|{Member}";
    }

    /// <summary>Somebody who isn't in Teams.</summary>
    /// <param name="Hash">Of the address, that can't be read from it.</param>
    public sealed record OfAddress(string Hash) : Reminded
    {
        public override string Key => $"a|{Hash}";

        public static OfAddress Of(string address) => new(Domain.Key.Hash(address.Trim().ToLowerInvariant(), 32));
    }
}
