namespace LeerkringBot.Infrastructure;

/// <summary>A setting is missing or wrong. The message is one line that names the setting and says what to do; the host prints it and stops.</summary>
public sealed class ConfigurationFaultException : Exception
{
    public ConfigurationFaultException() { }

    public ConfigurationFaultException(string message) : base(message) { }

    public ConfigurationFaultException(string message, Exception innerException) : base(message, innerException) { }
}
