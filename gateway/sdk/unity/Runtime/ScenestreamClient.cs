using System;
using System.Diagnostics;
using System.IO;
using UnityEngine;
using UnityEngine.Events;
using Wire = Scenestream.V2;

namespace Scenestream
{
    /// <summary>
    /// One session, shown below this object's transform: connects, resumes, builds, and sends what is changed by
    /// hand. All its events come on the main thread. Works in Play mode and in players.
    /// </summary>
    [AddComponentMenu("Scenestream/Scenestream Client")]
    [DisallowMultipleComponent]
    public sealed class ScenestreamClient : MonoBehaviour
    {
        [Serializable] public sealed class TextEvent : UnityEvent<string> { }
        [Serializable] public sealed class ProgressEvent : UnityEvent<string, float> { }

        [Header("Session")]
        [Tooltip("The gateway: ws://127.0.0.1:8765/")]
        public string Url = "ws://127.0.0.1:8765/";

        [Tooltip("The session to join; empty for a new one.")]
        public string Session = "";

        [Tooltip("What its owner gave you, for a session of another.")]
        public string Invitation = "";

        [Tooltip("Ask before anything of a decomposition is made.")]
        public bool Review;

        [Tooltip("Go on with the same session after scripts were reloaded, and in the next Play mode.")]
        public bool SurvivesReloads = true;

        [Header("Scene")]
        [Tooltip("Send what is changed by hand below this object.")]
        public bool SendsHandEdits = true;

        [Tooltip("Milliseconds of a frame that building may take.")]
        [Range(0.5f, 16f)] public float Budget = 4f;

        [Tooltip("What primitives are made of; none: the render pipeline's lit material.")]
        public Material PrimitiveMaterial;

        [Header("Hooks")]
        public TextEvent OnStatus = new TextEvent();
        public ProgressEvent OnProgress = new ProgressEvent();
        public TextEvent OnAnswer = new TextEvent();
        public TextEvent OnProblem = new TextEvent();
        public UnityEvent OnSceneChanged = new UnityEvent();

        [SerializeField, HideInInspector] private string saved = "";

        private static readonly Stopwatch Watch = Stopwatch.StartNew();
        private ServerAddress address;
        private SessionRunner runner;
        private AssetCache assets;
        private Looks looks;
        private SceneExporter exporter;
        private double startedAnewAt = double.NegativeInfinity;
        private SessionStatus told;

        /// <summary>Everything that happens, each as an event of its own type. It stays over reconnects.</summary>
        public readonly SessionEvents Events = new SessionEvents();

        /// <summary>The protocol core: status, role, open requests; null while this is disabled.</summary>
        public SessionClient Core { get; private set; }

        /// <summary>The scene's objects; null while this is disabled.</summary>
        public SceneBuilder Builder { get; private set; }

        /// <summary>Gives a token when one is needed. Not serialized: tokens do not belong into scene files.</summary>
        public Func<string> TokenSource;

        /// <summary>Loads GLBs; set before this is enabled. Null: the importer that is installed.</summary>
        public IMeshImporter Importer;

        /// <summary>Keeps sessions over Play modes; set by the editor's part of this package.</summary>
        public static ISessionKeeper Keeper;

        // ---- what a person wants

        /// <summary>Asks for a scene, a change, or an answer. The command's id, as Accepted names it.</summary>
        public string Say(string text) { return Ready().Say(text); }

        /// <param name="wav">One WAV file, 16-bit.</param>
        public string SayAloud(byte[] wav) { return Ready().SayAloud(wav); }

        /// <param name="picture">PNG, JPEG or WebP of one thing.</param>
        public string ShowPicture(byte[] picture, string text = "") { return Ready().ShowPicture(picture, text); }

        public string Undo(uint count = 1) { return Ready().Undo(count); }
        public string Redo(uint count = 1) { return Ready().Redo(count); }

        /// <summary>The answer to a Completed that <c>Confirms</c> something.</summary>
        public string Confirm(bool yes) { return Ready().Confirm(yes); }

        /// <summary>The answer to a Decomposed that <c>Waits</c>. <paramref name="otherwise"/>: what is to change.</summary>
        public string Approve(string request, string otherwise = "") { return Ready().Approve(request, otherwise); }

        /// <summary>Ends a request; without one, all that was asked for by now.</summary>
        public void Cancel(string request = "")
        {
            if (request.Length > 0) Ready().Cancel(request);
            else Ready().CancelAll();
        }

        /// <summary>All that another client, or this one after a restart of the program, needs to go on.</summary>
        public string Save() { return Ready().Save(); }

        /// <summary>Leaves the session; when this is enabled again it joins <see cref="Session"/>, or begins one.</summary>
        public void Leave()
        {
            if (Builder != null) Builder.Clear();
            enabled = false;
            saved = Session = "";
            if (Keeper != null) Keeper.Keep(this, "");
        }

        // ---- Unity's messages

        private void OnEnable()
        {
            try
            {
                address = new ServerAddress(Url);
            }
            catch (ScenestreamException wrong)
            {
                Problem(wrong.Message);
                enabled = false;
                return;
            }
            var options = new SessionOptions
            {
                Client = Application.productName + " (Unity " + Application.unityVersion + ")",
                Session = Session, Invitation = Invitation, Review = Review, Token = Token()
            };
            Core = new SessionClient(options, NewId, new ReconnectPolicy(new System.Random()));
            if (SurvivesReloads)
            {
                if (saved.Length == 0 && Keeper != null) saved = Keeper.Kept(this) ?? "";
                Core.Restore(saved);
            }
            if (assets == null) Prepare();
            Builder = new SceneBuilder(transform, () => Core.Mirror, assets, looks);
            Builder.MeshFailed += (label, cause) => Problem(label + ": " + cause);
            Builder.MarkAll();
            exporter = new SceneExporter(transform, Builder, Core, NewId);
            runner = new SessionRunner(Core, () => new WebSocketLink(address.Socket, Token()));
            runner.Heard += Heard;
            runner.Interrupted += why => OnStatus.Invoke("interrupted: " + why);
        }

        private void Update()
        {
            if (runner == null) return;
            double budget = Budget / 1000.0;
            runner.Update(Now, budget);
            if (Core == null) return; // who was told has ended it
            foreach (Wire.Refused refused in Core.TakeRefused()) Refused(refused);
            Builder.Work(Now, budget);
            if (SendsHandEdits) exporter.Update(Now());
            if (Core.Status == told) return;
            told = Core.Status;
            OnStatus.Invoke(told == SessionStatus.Stopped ? "stopped: " + Core.Stopped.Message : told.ToString());
        }

        private void OnDisable()
        {
            if (runner == null) return;
            saved = SurvivesReloads && Core.Status != SessionStatus.Stopped ? Core.Save() : "";
            if (Keeper != null) Keeper.Keep(this, saved);
            runner.Dispose();
            StopAllCoroutines();
            assets.Interrupt();
            runner = null;
            Core = null;
        }

        private void OnDestroy()
        {
            if (looks != null) looks.Clear();
        }

        /// <summary>What stays while this is disabled: the objects that are shown are made of it.</summary>
        private void Prepare()
        {
            looks = new Looks(PrimitiveMaterial);
            string folder = Path.Combine(Application.persistentDataPath, "scenestream");
            assets = new AssetCache(this, address, Importer ?? MeshImporters.Default, folder);
            assets.Expired += AskForNewPlaces;
        }

        // ---- what is heard

        private void Heard(Received received)
        {
            Wire.ServerFrame frame = received.Frame;
            Builder.Mark(received.Scene);
            switch (frame.EventCase)
            {
                case Wire.ServerFrame.EventOneofCase.Welcome:
                    Session = frame.Welcome.Session;
                    Builder.MarkAll(); // what failed for want of a URL is tried again
                    break;
                case Wire.ServerFrame.EventOneofCase.Progress:
                    OnProgress.Invoke(frame.Progress.Label, (float)frame.Progress.Fraction);
                    break;
                case Wire.ServerFrame.EventOneofCase.AssetReady:
                    float share = frame.AssetReady.Total == 0 ? 1f : (float)frame.AssetReady.Done / frame.AssetReady.Total;
                    OnProgress.Invoke(frame.AssetReady.Label, share);
                    break;
                case Wire.ServerFrame.EventOneofCase.Completed:
                    OnAnswer.Invoke(frame.Completed.Text);
                    break;
                case Wire.ServerFrame.EventOneofCase.Failed:
                    Problem(frame.Failed.Message);
                    break;
                case Wire.ServerFrame.EventOneofCase.Taken:
                    exporter.Taken(frame.Taken.Command);
                    break;
                case Wire.ServerFrame.EventOneofCase.Refused:
                    Refused(frame.Refused);
                    return;
                case Wire.ServerFrame.EventOneofCase.Conflict:
                    foreach (Wire.Conflict.Types.Member member in frame.Conflict.Kept)
                        Builder.Restore(new[] { member.Node });
                    break;
            }
            Events.Raise(frame);
            if (!received.Scene.IsEmpty) OnSceneChanged.Invoke();
        }

        private void Refused(Wire.Refused refused)
        {
            if (refused.RetryAfterS <= 0) exporter.Refused(refused.Command);
            Events.Raise(new Wire.ServerFrame { Refused = refused });
            Problem(refused.Message);
        }

        private void AskForNewPlaces()
        {
            double now = Now();
            if (now - startedAnewAt < 60) return;
            startedAnewAt = now;
            runner.StartAnew("assets' URLs are over their hour", now);
        }

        private void Problem(string what)
        {
            UnityEngine.Debug.LogWarning("scenestream: " + what, this);
            OnProblem.Invoke(what);
        }

        private SessionClient Ready()
        {
            if (Core == null)
                throw new ScenestreamException("the client of " + Url + " is disabled; enable it, and say it again");
            return Core;
        }

        private string Token()
        {
            return TokenSource == null ? "" : TokenSource() ?? "";
        }

        private static string NewId()
        {
            return Guid.NewGuid().ToString();
        }

        private static double Now()
        {
            return Watch.Elapsed.TotalSeconds;
        }
    }
}
