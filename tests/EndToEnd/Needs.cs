namespace LeerkringBot.EndToEnd;

/// <summary>What a test needs from the machine: missing, it skips with the reason; with CI=true it fails.</summary>
internal static class Needs
{
    public static void That(bool present, string otherwise)
    {
        if (present) return;
        if (Environment.GetEnvironmentVariable("CI") is "true") Assert.Fail(otherwise);
        Assert.Skip(otherwise);
    }
}
