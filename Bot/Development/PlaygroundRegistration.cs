namespace LeerkringBot.Bot.Development;

public static class PlaygroundRegistration
{
    /// <summary>In Development, unless <c>Playground:Enabled</c> is false; elsewhere nothing.</summary>
    public static WebApplicationBuilder AddPlayground(this WebApplicationBuilder builder, IReadOnlyList<PlaygroundUser> users, IReadOnlyList<string> thingsToTry)
    {
        if (!builder.Environment.IsDevelopment() || !builder.Configuration.GetValue("Playground:Enabled", true)) return builder;
        var port = builder.Configuration.GetValue("Playground:Port", 56150);
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<Playground>(services, port, users, thingsToTry));
        return builder;
    }
}
