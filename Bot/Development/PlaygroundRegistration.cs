namespace LeerkringBot.Bot.Development;

public static class PlaygroundRegistration
{
    /// <summary>In Development, unless <c>Playground:Enabled</c> is false; elsewhere nothing.</summary>
    /// <param name="builder">Of the bot.</param>
    /// <param name="people">Of the network file.</param>
    /// <param name="thingsToTry">Printed when the Playground is there.</param>
    public static WebApplicationBuilder AddPlayground(this WebApplicationBuilder builder, IReadOnlyList<PlaygroundUser> people, IReadOnlyList<string> thingsToTry)
    {
        if (!builder.Environment.IsDevelopment() || !builder.Configuration.GetValue("Playground:Enabled", true)) return builder;
        var port = builder.Configuration.GetValue("Playground:Port", 56150);
        builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<Playground>(services, port, PlaygroundUser.Six(people), thingsToTry));
        return builder;
    }
}
