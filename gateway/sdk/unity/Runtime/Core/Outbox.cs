using System.Collections.Generic;
using System.Linq;
using Scenestream.V2;
using Kind = Scenestream.V2.ClientFrame.CommandOneofCase;

namespace Scenestream
{
    /// <summary>
    /// The commands that the server has not answered: with Accepted, Taken or Refused. They are sent again after a
    /// reconnect, in their order and with their ids, so that each counts once.
    /// </summary>
    internal sealed class Outbox
    {
        /// <summary>So many commands are kept: more than a person gives while a connection is away.</summary>
        public const int Limit = 256;

        private sealed class Kept
        {
            public ClientFrame Frame;
            public bool Sent;
            public int Times;
            public double SentAt;
            public double NotBefore;

            /// <summary>Whether it opens a request.</summary>
            public bool Asks
            {
                get
                {
                    switch (Frame.CommandCase)
                    {
                        case Kind.Text:
                        case Kind.Audio:
                        case Kind.Picture:
                        case Kind.Undo:
                        case Kind.Redo:
                        case Kind.Confirm:
                            return true;
                        default:
                            return false;
                    }
                }
            }
        }

        private readonly List<Kept> kept = new List<Kept>();

        public int Count { get { return kept.Count; } }

        public IEnumerable<ClientFrame> Frames { get { return kept.Select(k => k.Frame); } }

        /// <summary>When the first of those was sent that this connection has not answered; endless: there is none.</summary>
        public double OldestSent
        {
            get
            {
                double oldest = double.PositiveInfinity;
                foreach (Kept command in kept)
                    if (command.Sent && command.SentAt < oldest) oldest = command.SentAt;
                return oldest;
            }
        }

        public bool HoldsHandEdit { get { return kept.Any(k => k.Frame.CommandCase == Kind.SceneState); } }

        /// <summary>False: as many are kept as may be, and this one is not.</summary>
        public bool Add(ClientFrame frame)
        {
            if (kept.Count >= Limit) return false;
            kept.Add(new Kept { Frame = frame });
            return true;
        }

        /// <summary>What is to be sent now, in order.</summary>
        public IList<ClientFrame> Due(double now)
        {
            var due = new List<ClientFrame>();
            foreach (Kept command in kept)
            {
                if (command.Sent || command.NotBefore > now) continue;
                command.Sent = true;
                command.Times++;
                command.SentAt = now;
                due.Add(command.Frame);
            }
            return due;
        }

        /// <summary>The connection is gone: nobody knows what of it arrived.</summary>
        public void Disconnected()
        {
            foreach (Kept command in kept) command.Sent = false;
        }

        /// <summary>The server took <paramref name="id"/>, or refused it for good. The command; null: it is
        /// none of this client's, or was answered before.</summary>
        public ClientFrame Answered(string id)
        {
            Kept command = kept.Find(k => k.Frame.Id == id);
            if (command == null) return null;
            kept.Remove(command);
            return command.Frame;
        }

        /// <summary>The server asks to try <paramref name="id"/> again at <paramref name="at"/>.</summary>
        public void Postponed(string id, double at)
        {
            Kept command = kept.Find(k => k.Frame.Id == id);
            if (command == null) return;
            command.Sent = false;
            command.NotBefore = at;
        }

        /// <summary>A request ended: to cancel it makes no sense any more.</summary>
        public void Ended(string request)
        {
            kept.RemoveAll(k => k.Frame.CommandCase == Kind.Cancel && k.Frame.Cancel.Request == request);
        }

        /// <summary>Drops wishes that were never sent; the ids of those that were.</summary>
        public IList<string> GiveUpWishes()
        {
            kept.RemoveAll(k => k.Asks && k.Times == 0);
            return kept.Where(k => k.Asks).Select(k => k.Frame.Id).ToList();
        }
    }
}
