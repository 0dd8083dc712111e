using System;
using System.Collections.Generic;
using System.Linq;
using Google.Protobuf;
using Scenestream.V2;

namespace Scenestream
{
    /// <summary>
    /// The protocol core of one client: bytes and the time in, bytes and events out. It has no socket, thread or
    /// clock; times are seconds of any clock that never goes back. A shell does, again and again:
    ///
    /// when <see cref="ConnectAt"/> has come, it connects and calls <see cref="Connected"/> or, where that fails,
    /// <see cref="Lost"/>; what it receives goes into <see cref="Receive"/>; it sends what <see cref="TakeOutgoing"/>
    /// returns; when the connection is gone it calls <see cref="Lost"/>. What was under way is then sent again
    /// by itself, and what was missed comes by the cursor.
    /// </summary>
    public sealed class SessionClient
    {
        /// <summary>Seconds that a command waits for its answer before the connection is given up: as long as a
        /// recording takes over a slow line.</summary>
        public const double AnswerPatience = 45.0;

        private readonly SessionOptions options;
        private readonly Func<string> newId;
        private readonly ReconnectPolicy policy;
        private readonly Outbox outbox = new Outbox();
        private readonly List<byte[]> outgoing = new List<byte[]>();
        private readonly HashSet<string> open = new HashSet<string>();
        private readonly HashSet<string> doomed = new HashSet<string>();
        private readonly List<Refused> refused = new List<Refused>();
        private double retryAfter;
        private uint editedTo;
        private bool startsAnew;

        /// <param name="newId">Gives each command an id that is unique in the session: a UUID.</param>
        public SessionClient(SessionOptions options, Func<string> newId, ReconnectPolicy policy)
        {
            this.options = options;
            this.newId = newId;
            this.policy = policy;
            Session = options.Session;
            Mirror = new SceneMirror();
        }

        public SceneMirror Mirror { get; private set; }
        public SessionStatus Status { get; private set; }

        /// <summary>When to connect, while <see cref="Status"/> is Waiting. 0: now.</summary>
        public double ConnectAt { get; private set; }

        /// <summary>Why it ended for good; null while it has not.</summary>
        public Refused Stopped { get; private set; }

        public string Session { get; private set; }
        public string Cursor { get; private set; } = "";

        /// <summary>"edit", "read" or "replay"; empty before the first welcome.</summary>
        public string Role { get; private set; } = "";

        /// <summary>Bytes that one frame to the server may have; 0: not told yet.</summary>
        public uint MaxFrame { get; private set; }

        /// <summary>Requests that are open.</summary>
        public ICollection<string> Open { get { return open; } }

        /// <summary>Commands that the server has not been heard to take.</summary>
        public int Pending { get { return outbox.Count; } }

        /// <summary>Whether a hand edit may be sent now. One is under way at a time, until its revision is shown:
        /// the next one, made on an older, would be in conflict with it as if it were another client's. And no
        /// draft is shown, whose nodes are not the scene's yet.</summary>
        public bool CanEditByHand
        {
            get
            {
                return Status == SessionStatus.Live && Role == "edit" && !Mirror.Draft && !outbox.HoldsHandEdit
                    && Mirror.Revision >= editedTo;
            }
        }

        // ---- the shell's side

        /// <summary>The shell begins to connect.</summary>
        public void Connecting()
        {
            if (Status == SessionStatus.Waiting) Status = SessionStatus.Entering;
        }

        /// <summary>A connection with the subprotocol is there: the Hello is what is sent first.</summary>
        public void Connected()
        {
            Status = SessionStatus.Entering;
            outgoing.Clear();
            outgoing.Add(new ClientFrame { Id = newId(), Hello = Greeting() }.ToByteArray());
        }

        /// <summary>
        /// What came. Null: it told of nothing any more, for the client has stopped. Throws
        /// <see cref="BrokenFrame"/> or <see cref="SceneDiverged"/>: close the connection and call
        /// <see cref="Lost"/>; the next one begins with the whole scene.
        /// </summary>
        public Received Receive(byte[] data, double now)
        {
            if (Status == SessionStatus.Stopped) return null;
            try
            {
                ServerFrame frame = SceneMirror.Read(data);
                var received = new Received(frame, Mirror.Apply(frame));
                if (frame.Cursor.Length > 0) Cursor = frame.Cursor;
                Follow(frame, now);
                return received;
            }
            catch (ScenestreamException)
            {
                startsAnew = true;
                throw;
            }
        }

        /// <summary>The connection is gone, or could not be made.</summary>
        public void Lost(double now)
        {
            outgoing.Clear();
            outbox.Disconnected();
            if (Status == SessionStatus.Stopped) return;
            Status = SessionStatus.Waiting;
            ConnectAt = now + Math.Max(policy.NextWait(), retryAfter);
            retryAfter = 0;
        }

        /// <summary>What is to be sent, each a binary frame of its own.</summary>
        public IList<byte[]> TakeOutgoing(double now)
        {
            if (Status == SessionStatus.Live)
            {
                foreach (ClientFrame frame in outbox.Due(now)) Put(frame);
            }
            byte[][] taken = outgoing.ToArray();
            outgoing.Clear();
            return taken;
        }

        /// <summary>Commands that were refused here, before they were sent.</summary>
        public IList<Refused> TakeRefused()
        {
            Refused[] taken = refused.ToArray();
            refused.Clear();
            return taken;
        }

        /// <summary>Whether a command was sent so long ago, without an answer, that the connection must be dead:
        /// one that is cut off in the midst of a network says nothing by itself.</summary>
        public bool IsUnanswered(double now)
        {
            return Status == SessionStatus.Live && now - outbox.OldestSent > AnswerPatience;
        }

        /// <summary>The next connection begins with the whole scene.</summary>
        public void StartAnew()
        {
            startsAnew = true;
        }

        /// <summary>Ends it: nothing is sent or connected any more.</summary>
        public void Stop()
        {
            Status = SessionStatus.Stopped;
            Stopped = Stopped ?? new Refused { Category = "cancelled", Message = "the client was stopped" };
        }

        // ---- commands: each returns its id, "" when as many are under way as are kept

        public string Say(string text)
        {
            return Send(new ClientFrame { Text = new Text { Text_ = text } });
        }

        /// <param name="wav">One WAV file, 16-bit mono or stereo.</param>
        public string SayAloud(byte[] wav)
        {
            return Send(new ClientFrame { Audio = new Audio { Wav = ByteString.CopyFrom(wav) } });
        }

        /// <param name="picture">PNG, JPEG or WebP of one thing that is to become a mesh.</param>
        public string ShowPicture(byte[] picture, string text)
        {
            var told = new Picture { Data = ByteString.CopyFrom(picture), Text = text };
            return Send(new ClientFrame { Picture = told });
        }

        public string Undo(uint count)
        {
            return Send(new ClientFrame { Undo = new Undo { Count = count } });
        }

        public string Redo(uint count)
        {
            return Send(new ClientFrame { Redo = new Redo { Count = count } });
        }

        public string Confirm(bool yes)
        {
            return Send(new ClientFrame { Confirm = new Confirm { Yes = yes } });
        }

        /// <param name="text">What is to be otherwise; empty: it is good.</param>
        public string Approve(string request, string text)
        {
            return Send(new ClientFrame { Approve = new Approve { Request = request, Text = text } });
        }

        /// <summary>Cancels one request.</summary>
        public string Cancel(string request)
        {
            return Send(new ClientFrame { Cancel = new Cancel { Request = request } });
        }

        /// <summary>Cancels what is open or was asked for by now, and nothing later, however late it arrives.</summary>
        public void CancelAll()
        {
            foreach (string command in outbox.GiveUpWishes()) doomed.Add(command);
            foreach (string request in open.ToArray()) Cancel(request);
        }

        /// <summary>Sends hand edits, when <see cref="CanEditByHand"/>.</summary>
        public string EditByHand(SceneState state)
        {
            return Send(new ClientFrame { SceneState = state });
        }

        /// <summary>Keeps a gesture in the session's record.</summary>
        public string Gesture(string json)
        {
            return Send(new ClientFrame { Gesture = new Gesture { Json = json } });
        }

        /// <summary>Tells the session's record that something failed here.</summary>
        public string Fail(string message)
        {
            return Send(new ClientFrame { Failure = new Failure { Message = message } });
        }

        /// <summary>Steers a replay; not sent again after a reconnect.</summary>
        public void Steer(Playback playback)
        {
            if (Status == SessionStatus.Live)
                outgoing.Add(new ClientFrame { Id = newId(), Playback = playback }.ToByteArray());
        }

        private void Put(ClientFrame frame)
        {
            byte[] data = frame.ToByteArray();
            if (MaxFrame == 0 || data.Length <= MaxFrame)
            {
                outgoing.Add(data);
                return;
            }
            outbox.Answered(frame.Id);
            refused.Add(new Refused
            {
                Command = frame.Id, Category = "too_large", Code = "FrameTooLarge",
                Message = "the command has " + data.Length + " bytes, the server takes " + MaxFrame + "; send less"
            });
        }

        private string Send(ClientFrame frame)
        {
            frame.Id = newId();
            return outbox.Add(frame) ? frame.Id : "";
        }

        // ---- surviving a reload

        /// <summary>All that a new client needs to go on where this one is: scene, cursor, commands under way.
        /// Text for a file or an editor's store; it lets its reader into the session.</summary>
        public string Save()
        {
            return SavedSession.Write(this, outbox.Frames);
        }

        /// <summary>Goes on where <see cref="Save"/> was called. False: it is not what Save wrote, or of another
        /// session than the one that is to be joined, and nothing has changed.</summary>
        public bool Restore(string saved)
        {
            SavedSession kept = SavedSession.Read(saved);
            if (kept == null || (Session.Length > 0 && kept.Session != Session)) return false;
            Mirror = kept.Mirror;
            Session = kept.Session;
            Cursor = kept.Cursor;
            foreach (ClientFrame frame in kept.Commands) outbox.Add(frame);
            return true;
        }

        // ---- what frames do to the client itself

        private Hello Greeting()
        {
            var hello = new Hello
            {
                Client = options.Client, Session = Session, Assets = options.Delivery, Token = options.Token,
                Progress = options.Progress, Review = options.Review, Invitation = options.Invitation,
                Cursor = startsAnew || options.Replay != null ? "" : Cursor
            };
            hello.Accepts.AddRange(options.Accepts);
            if (options.Replay != null) hello.Replay = options.Replay;
            return hello;
        }

        private void Follow(ServerFrame frame, double now)
        {
            switch (frame.EventCase)
            {
                case ServerFrame.EventOneofCase.Welcome:
                    Welcomed(frame.Welcome);
                    break;
                case ServerFrame.EventOneofCase.Accepted:
                    open.Add(frame.Request);
                    outbox.Answered(frame.Accepted.Command);
                    if (doomed.Remove(frame.Accepted.Command)) Cancel(frame.Request);
                    break;
                case ServerFrame.EventOneofCase.Reopened:
                    open.Add(frame.Request);
                    break;
                case ServerFrame.EventOneofCase.Completed:
                case ServerFrame.EventOneofCase.Failed:
                case ServerFrame.EventOneofCase.Cancelled:
                    open.Remove(frame.Request);
                    outbox.Ended(frame.Request);
                    break;
                case ServerFrame.EventOneofCase.Taken:
                    ClientFrame done = outbox.Answered(frame.Taken.Command);
                    if (done != null && done.SceneState != null) editedTo = frame.Taken.Revision;
                    break;
                case ServerFrame.EventOneofCase.Played:
                    if (options.Replay != null && frame.Played.At.Length > 0)
                        options.Replay = new Playback { Seek = frame.Played.At, Speed = frame.Played.Speed };
                    break;
                case ServerFrame.EventOneofCase.Refused:
                    Refuse(frame.Refused, now);
                    break;
            }
        }

        private void Welcomed(Welcome welcome)
        {
            Status = SessionStatus.Live;
            Session = welcome.Session;
            Role = welcome.Role;
            MaxFrame = welcome.MaxFrame;
            startsAnew = false;
            policy.Succeeded();
            open.Clear();
            foreach (string request in welcome.Open) open.Add(request);
        }

        private void Refuse(Refused refused, double now)
        {
            bool isLater = refused.RetryAfterS > 0;
            if (refused.Command.Length > 0)
            {
                if (isLater) outbox.Postponed(refused.Command, now + refused.RetryAfterS);
                else outbox.Answered(refused.Command);
                return;
            }
            if (isLater || refused.Category == "unavailable")
            {
                retryAfter = refused.RetryAfterS;
                return;
            }
            if (Status != SessionStatus.Entering) return;
            if (Cursor.Length > 0 && !startsAnew && refused.Category == "bad_input")
            {
                startsAnew = true; // the cursor is of a deployment that is no more; the session may be there
                return;
            }
            Stopped = refused;
            Status = SessionStatus.Stopped;
        }
    }
}
