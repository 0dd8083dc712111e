using System;
using Scenestream.V2;

namespace Scenestream
{
    /// <summary>
    /// What happens in a session, each as an event of its own type. The first argument is the request it is
    /// about ("" for none). <see cref="Any"/> hears all, also what this version knows no event for.
    /// </summary>
    public sealed class SessionEvents
    {
        public event Action<ServerFrame> Any;
        public event Action<string, Welcome> Welcomed;
        public event Action<string, Accepted> Accepted;
        public event Action<string, Transcript> Transcribed;
        public event Action<string, Thinking> Thinking;
        public event Action<string, ToolCall> ToolCalled;
        public event Action<string, ToolResult> ToolAnswered;
        public event Action<string, Decomposed> Decomposed;
        public event Action<string, BlockedOut> BlockedOut;
        public event Action<string, AssetReady> AssetReady;
        public event Action<string, AssetFailed> AssetFailed;
        public event Action<string, Revised> Revised;
        public event Action<string, Completed> Completed;
        public event Action<string, Failed> Failed;
        public event Action<string, Cancelled> Cancelled;
        public event Action<string, Progress> Progressed;
        public event Action<string, Token> Token;
        public event Action<string, Refused> Refused;
        public event Action<string, Retried> Retried;
        public event Action<string, PictureReady> PictureReady;
        public event Action<string, Played> Played;
        public event Action<string, Reopened> Reopened;
        public event Action<string, Conflict> Conflicted;
        public event Action<string, Joined> Joined;
        public event Action<string, View> Viewed;
        public event Action<string, Taken> Taken;
        public event Action<string, Broadcast> Broadcast;

        /// <summary>Tells whoever listens of <paramref name="frame"/>.</summary>
        public void Raise(ServerFrame frame)
        {
            if (Any != null) Any(frame);
            string about = frame.Request;
            switch (frame.EventCase)
            {
                case ServerFrame.EventOneofCase.Welcome: Tell(Welcomed, about, frame.Welcome); break;
                case ServerFrame.EventOneofCase.Accepted: Tell(Accepted, about, frame.Accepted); break;
                case ServerFrame.EventOneofCase.Transcript: Tell(Transcribed, about, frame.Transcript); break;
                case ServerFrame.EventOneofCase.Thinking: Tell(Thinking, about, frame.Thinking); break;
                case ServerFrame.EventOneofCase.ToolCall: Tell(ToolCalled, about, frame.ToolCall); break;
                case ServerFrame.EventOneofCase.ToolResult: Tell(ToolAnswered, about, frame.ToolResult); break;
                case ServerFrame.EventOneofCase.Decomposed: Tell(Decomposed, about, frame.Decomposed); break;
                case ServerFrame.EventOneofCase.BlockedOut: Tell(BlockedOut, about, frame.BlockedOut); break;
                case ServerFrame.EventOneofCase.AssetReady: Tell(AssetReady, about, frame.AssetReady); break;
                case ServerFrame.EventOneofCase.AssetFailed: Tell(AssetFailed, about, frame.AssetFailed); break;
                case ServerFrame.EventOneofCase.Revised: Tell(Revised, about, frame.Revised); break;
                case ServerFrame.EventOneofCase.Completed: Tell(Completed, about, frame.Completed); break;
                case ServerFrame.EventOneofCase.Failed: Tell(Failed, about, frame.Failed); break;
                case ServerFrame.EventOneofCase.Cancelled: Tell(Cancelled, about, frame.Cancelled); break;
                case ServerFrame.EventOneofCase.Progress: Tell(Progressed, about, frame.Progress); break;
                case ServerFrame.EventOneofCase.Token: Tell(Token, about, frame.Token); break;
                case ServerFrame.EventOneofCase.Refused: Tell(Refused, about, frame.Refused); break;
                case ServerFrame.EventOneofCase.Retried: Tell(Retried, about, frame.Retried); break;
                case ServerFrame.EventOneofCase.PictureReady: Tell(PictureReady, about, frame.PictureReady); break;
                case ServerFrame.EventOneofCase.Played: Tell(Played, about, frame.Played); break;
                case ServerFrame.EventOneofCase.Reopened: Tell(Reopened, about, frame.Reopened); break;
                case ServerFrame.EventOneofCase.Conflict: Tell(Conflicted, about, frame.Conflict); break;
                case ServerFrame.EventOneofCase.Joined: Tell(Joined, about, frame.Joined); break;
                case ServerFrame.EventOneofCase.View: Tell(Viewed, about, frame.View); break;
                case ServerFrame.EventOneofCase.Taken: Tell(Taken, about, frame.Taken); break;
                case ServerFrame.EventOneofCase.Broadcast: Tell(Broadcast, about, frame.Broadcast); break;
            }
        }

        private static void Tell<T>(Action<string, T> listeners, string about, T told)
        {
            if (listeners != null) listeners(about, told);
        }
    }
}
