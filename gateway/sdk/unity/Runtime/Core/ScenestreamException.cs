using System;

namespace Scenestream
{
    /// <summary>What can go wrong at the client. The text says the cause, then what helps.</summary>
    public class ScenestreamException : Exception
    {
        public ScenestreamException(string message, Exception cause = null) : base(message, cause) { }
    }

    /// <summary>Bytes that are no frame of scenestream.v2. They changed nothing.</summary>
    public sealed class BrokenFrame : ScenestreamException
    {
        public BrokenFrame(Exception cause)
            : base("the server's frame can not be read (" + cause.Message + "); connect again", cause) { }
    }

    /// <summary>The scene is not the server's any more. Connect again without a cursor.</summary>
    public sealed class SceneDiverged : ScenestreamException
    {
        public SceneDiverged(string cause)
            : base(cause + "; connect again without a cursor, and the whole scene is sent") { }
    }
}
