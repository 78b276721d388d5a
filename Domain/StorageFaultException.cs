namespace LeerkringBot.Domain;

/// <summary>Storage did not answer, or not in time. What was asked is either wholly done or wholly not; asking again is safe.</summary>
public sealed class StorageFaultException : Exception
{
    public StorageFaultException() { }

    public StorageFaultException(string message) : base(message) { }

    public StorageFaultException(string message, Exception innerException) : base(message, innerException) { }
}
