var de=globalThis,_e=t=>t,G=de.trustedTypes,Te=G?G.createPolicy("lit-html",{createHTML:t=>t}):void 0,ue="$lit$",k=`lit$${Math.random().toFixed(9).slice(2)}$`,he="?"+k,Dt=`<${he}>`,M=document,B=()=>M.createComment(""),U=t=>t===null||typeof t!="object"&&typeof t!="function",ge=Array.isArray,Re=t=>ge(t)||typeof t?.[Symbol.iterator]=="function",ce=`[ 	
\f\r]`,V=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,Ee=/-->/g,Ce=/>/g,E=RegExp(`>|${ce}(?:([^\\s"'>=/]+)(${ce}*=${ce}*(?:[^ 	
\f\r"'\`<>=]|("|')|))|$)`,"g"),Me=/'/g,Se=/"/g,He=/^(?:script|style|textarea|title)$/i,fe=t=>(e,...n)=>({_$litType$:t,strings:e,values:n}),d=fe(1),De=fe(2),Rn=fe(3),w=Symbol.for("lit-noChange"),c=Symbol.for("lit-nothing"),Ne=new WeakMap,C=M.createTreeWalker(M,129);function Le(t,e){if(!ge(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return Te!==void 0?Te.createHTML(e):e}var Pe=(t,e)=>{let n=t.length-1,a=[],o,r=e===2?"<svg>":e===3?"<math>":"",i=V;for(let l=0;l<n;l++){let s=t[l],p,h,u=-1,g=0;for(;g<s.length&&(i.lastIndex=g,h=i.exec(s),h!==null);)g=i.lastIndex,i===V?h[1]==="!--"?i=Ee:h[1]!==void 0?i=Ce:h[2]!==void 0?(He.test(h[2])&&(o=RegExp("</"+h[2],"g")),i=E):h[3]!==void 0&&(i=E):i===E?h[0]===">"?(i=o??V,u=-1):h[1]===void 0?u=-2:(u=i.lastIndex-h[2].length,p=h[1],i=h[3]===void 0?E:h[3]==='"'?Se:Me):i===Se||i===Me?i=E:i===Ee||i===Ce?i=V:(i=E,o=void 0);let f=i===E&&t[l+1].startsWith("/>")?" ":"";r+=i===V?s+Dt:u>=0?(a.push(p),s.slice(0,u)+ue+s.slice(u)+k+f):s+k+(u===-2?l:f)}return[Le(t,r+(t[n]||"<?>")+(e===2?"</svg>":e===3?"</math>":"")),a]},j=class t{constructor({strings:e,_$litType$:n},a){let o;this.parts=[];let r=0,i=0,l=e.length-1,s=this.parts,[p,h]=Pe(e,n);if(this.el=t.createElement(p,a),C.currentNode=this.el.content,n===2||n===3){let u=this.el.content.firstChild;u.replaceWith(...u.childNodes)}for(;(o=C.nextNode())!==null&&s.length<l;){if(o.nodeType===1){if(o.hasAttributes())for(let u of o.getAttributeNames())if(u.endsWith(ue)){let g=h[i++],f=o.getAttribute(u).split(k),m=/([.?@])?(.*)/.exec(g);s.push({type:1,index:r,name:m[2],strings:f,ctor:m[1]==="."?W:m[1]==="?"?q:m[1]==="@"?Y:N}),o.removeAttribute(u)}else u.startsWith(k)&&(s.push({type:6,index:r}),o.removeAttribute(u));if(He.test(o.tagName)){let u=o.textContent.split(k),g=u.length-1;if(g>0){o.textContent=G?G.emptyScript:"";for(let f=0;f<g;f++)o.append(u[f],B()),C.nextNode(),s.push({type:2,index:++r});o.append(u[g],B())}}}else if(o.nodeType===8)if(o.data===he)s.push({type:2,index:r});else{let u=-1;for(;(u=o.data.indexOf(k,u+1))!==-1;)s.push({type:7,index:r}),u+=k.length-1}r++}}static createElement(e,n){let a=M.createElement("template");return a.innerHTML=e,a}};function S(t,e,n=t,a){if(e===w)return e;let o=a!==void 0?n._$Co?.[a]:n._$Cl,r=U(e)?void 0:e._$litDirective$;return o?.constructor!==r&&(o?._$AO?.(!1),r===void 0?o=void 0:(o=new r(t),o._$AT(t,n,a)),a!==void 0?(n._$Co??=[])[a]=o:n._$Cl=o),o!==void 0&&(e=S(t,o._$AS(t,e.values),o,a)),e}var F=class{constructor(e,n){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=n}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:n},parts:a}=this._$AD,o=(e?.creationScope??M).importNode(n,!0);C.currentNode=o;let r=C.nextNode(),i=0,l=0,s=a[0];for(;s!==void 0;){if(i===s.index){let p;s.type===2?p=new L(r,r.nextSibling,this,e):s.type===1?p=new s.ctor(r,s.name,s.strings,this,e):s.type===6&&(p=new X(r,this,e)),this._$AV.push(p),s=a[++l]}i!==s?.index&&(r=C.nextNode(),i++)}return C.currentNode=M,o}p(e){let n=0;for(let a of this._$AV)a!==void 0&&(a.strings!==void 0?(a._$AI(e,a,n),n+=a.strings.length-2):a._$AI(e[n])),n++}},L=class t{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,n,a,o){this.type=2,this._$AH=c,this._$AN=void 0,this._$AA=e,this._$AB=n,this._$AM=a,this.options=o,this._$Cv=o?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,n=this._$AM;return n!==void 0&&e?.nodeType===11&&(e=n.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,n=this){e=S(this,e,n),U(e)?e===c||e==null||e===""?(this._$AH!==c&&this._$AR(),this._$AH=c):e!==this._$AH&&e!==w&&this._(e):e._$litType$!==void 0?this.$(e):e.nodeType!==void 0?this.T(e):Re(e)?this.k(e):this._(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==c&&U(this._$AH)?this._$AA.nextSibling.data=e:this.T(M.createTextNode(e)),this._$AH=e}$(e){let{values:n,_$litType$:a}=e,o=typeof a=="number"?this._$AC(e):(a.el===void 0&&(a.el=j.createElement(Le(a.h,a.h[0]),this.options)),a);if(this._$AH?._$AD===o)this._$AH.p(n);else{let r=new F(o,this),i=r.u(this.options);r.p(n),this.T(i),this._$AH=r}}_$AC(e){let n=Ne.get(e.strings);return n===void 0&&Ne.set(e.strings,n=new j(e)),n}k(e){ge(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,a,o=0;for(let r of e)o===n.length?n.push(a=new t(this.O(B()),this.O(B()),this,this.options)):a=n[o],a._$AI(r),o++;o<n.length&&(this._$AR(a&&a._$AB.nextSibling,o),n.length=o)}_$AR(e=this._$AA.nextSibling,n){for(this._$AP?.(!1,!0,n);e!==this._$AB;){let a=_e(e).nextSibling;_e(e).remove(),e=a}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},N=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,n,a,o,r){this.type=1,this._$AH=c,this._$AN=void 0,this.element=e,this.name=n,this._$AM=o,this.options=r,a.length>2||a[0]!==""||a[1]!==""?(this._$AH=Array(a.length-1).fill(new String),this.strings=a):this._$AH=c}_$AI(e,n=this,a,o){let r=this.strings,i=!1;if(r===void 0)e=S(this,e,n,0),i=!U(e)||e!==this._$AH&&e!==w,i&&(this._$AH=e);else{let l=e,s,p;for(e=r[0],s=0;s<r.length-1;s++)p=S(this,l[a+s],n,s),p===w&&(p=this._$AH[s]),i||=!U(p)||p!==this._$AH[s],p===c?e=c:e!==c&&(e+=(p??"")+r[s+1]),this._$AH[s]=p}i&&!o&&this.j(e)}j(e){e===c?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??"")}},W=class extends N{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===c?void 0:e}},q=class extends N{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==c)}},Y=class extends N{constructor(e,n,a,o,r){super(e,n,a,o,r),this.type=5}_$AI(e,n=this){if((e=S(this,e,n,0)??c)===w)return;let a=this._$AH,o=e===c&&a!==c||e.capture!==a.capture||e.once!==a.once||e.passive!==a.passive,r=e!==c&&(a===c||o);o&&this.element.removeEventListener(this.name,this,a),r&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH=="function"?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},X=class{constructor(e,n,a){this.element=e,this.type=6,this._$AN=void 0,this._$AM=n,this.options=a}get _$AU(){return this._$AM._$AU}_$AI(e){S(this,e)}},Ie={M:ue,P:k,A:he,C:1,L:Pe,R:F,D:Re,V:S,I:L,H:N,N:q,U:Y,B:W,F:X},Lt=de.litHtmlPolyfillSupport;Lt?.(j,L),(de.litHtmlVersions??=[]).push("3.3.3");var Oe=(t,e,n)=>{let a=n?.renderBefore??e,o=a._$litPart$;if(o===void 0){let r=n?.renderBefore??null;a._$litPart$=o=new L(e.insertBefore(B(),r),r,void 0,n??{})}return o._$AI(t),o};var J=class{region=document.createElement("div");timer=0;constructor(){this.region.className="unseen",this.region.setAttribute("role","status"),this.region.setAttribute("aria-live","polite")}say(e){e&&(this.region.textContent="",clearTimeout(this.timer),this.timer=setTimeout(()=>{this.region.textContent=e},60))}};var $=t=>De`<svg class="icon" viewBox="0 0 20 20" width="20" height="20"
  fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
  focusable="false"><path d=${t}></path></svg>`,ze=$("M7 4 3.5 7.5 7 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8"),Ve=$("M13 4l3.5 3.5L13 11M16 7.5H8.5a4.5 4.5 0 0 0 0 9H12"),Be=$("M15.8 8A6.2 6.2 0 1 0 16 11.5M16.2 3.8V8H12"),Ue=$("M5 10h10"),je=$("M5 10h10M10 5v10"),Ke=$("M5.5 5.5l9 9M14.5 5.5l-9 9"),Q=$("M4.5 10.5l3.7 3.7 7.3-8"),P=$("M4 7.5h11.5M12.5 4.5l3 3-3 3M16 12.5H4.5M7.5 9.5l-3 3 3 3"),Ge=$("M10 12.5V17M6 12.5h8l-1.5-3V4.5h-5v5zM6.5 4.5h7"),Fe=$("M10 9v5M10 6.2v.1M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0z");var Pt={panel:"Choices",groups:"Groups of choices",undo:"Undo",redo:"Redo",reset:"Start again",own:"Your choice",free:"{label}: let it follow the other choices again",free_short:"Let it follow",keep:"{label}: keep {value} as your choice",keep_short:"Keep",less:"{label}: one step less",more:"{label}: one step more",exact:"{label}: exact value",exact_unit:"{label}: exact value in {unit}",range:"{low} to {high}",open:"Free now: {spans}",none_open:"Any other value needs another choice given up",or:"or",closed:"needs another choice given up",unsure:"not known whether it is possible",why:"Why?",why_of:"{option}: why does it need another choice given up?",not_a_number:"“{entry}” is not a number. Write it like {example}.",out_of_range:"{label} is offered from {low} to {high}. Choose the nearest:",off_step:"{entry} lies between two steps. Choose one of them:",left_one:"{count} character left",left_other:"{count} characters left",over_one:"{count} character too many",over_other:"{count} characters too many",preview:"Preview",preview_empty:"Your text",yes:"Yes",no:"No",late:"There is no answer yet. Your choice is kept; it is shown as soon as the answer is here.",impossible:"{label} {value} does not go with your other choices.",possible:"{label} {value} is possible.",undecided:"Whether {label} {value} is possible could not be settled. Fix more of the other choices yourself, then ask again.",ways_one:"The nearest way",ways_other:"The nearest ways",no_ways:"No way was found that keeps this wish.",take:"Take it",gives_up:"Gives up",changes:"Also changes",only_this:"Nothing else changes",dismiss:"Leave it as it is",moved:"{label}: {before} → {after}",was:"was {before}",mass:"Mass",binding_one:"{count} limit is reached",binding_other:"{count} limits are reached",notices_one:"{count} notice",notices_other:"{count} notices",nothing:"nothing",words:"“{words}”"},We=new Set;function me(t){return(e,n={})=>(t[e]??It(e)).replace(/\{(\w+)\}/g,(o,r)=>String(n[r]??o))}function It(t){return We.has(t)||(We.add(t),console.error(`panel: the page gives no text for "${t}"`)),Pt[t]}function R(t,e,n){return`${t}_${new Intl.PluralRules(n).select(e)==="one"?"one":"other"}`}function H(t){return t?JSON.stringify(t):""}function xe(t,e){let n=e.possible?"possible":e.undecided?"undecided":"impossible";return t.say(n,{label:e.label,value:e.value})}function qe(t,e){let n=e.ways.length?t.say(R("ways",e.ways.length,t.data.language)):t.say("no_ways");return[xe(t,e),...e.reasons,n].join(" ")}function Ye(t,e){let{say:n}=t,a=e.ways.length;return d`<div class="answer" role="group" aria-label=${xe(t,e)} @keydown=${Vt(t)}>
    ${Je(t,xe(t,e),()=>t.send("dismiss",{}))}
    ${e.reasons.map(o=>d`<p class="reason">${o}</p>`)}
    ${a?d`<p class="ways-head">${n(R("ways",a,t.data.language))}</p>
      <ul class="ways">${e.ways.map(o=>zt(t,o))}</ul>`:e.possible?c:d`<p class="reason">${n("no_ways")}</p>`}
  </div>`}function Z(t){return(t.split(":")[0]??"").trim()}function Ot(t,e){let n=new Map(e.changes.map(r=>[Z(r),r])),a=e.given_up.map(r=>n.get(Z(r))??r),o=new Set([...a.map(Z),t.data.answer?.label.trim()]);return{given:a,also:e.changes.filter(r=>!o.has(Z(r)))}}function zt(t,e){let{say:n}=t,{given:a,also:o}=Ot(t,e);return d`<li>
    <button type="button" class="way" ?data-busy=${t.taking===e.id} @click=${()=>t.send("take",{way:e.id})}>
      <span class="way-text">
        ${a.map(r=>d`<span class="given"><span class="tag">${n("gives_up")}</span> ${r}</span>`)}
        ${o.length?d`<span class="also"><span class="tag">${n("changes")}</span> ${o.map((r,i)=>d`${i?"; ":""}<span class="change">${r}</span>`)}</span>`:c}
        ${a.length+o.length===0?d`<span class="also">${n("only_this")}</span>`:c}
      </span>
      <span class="take">${Q}<span>${n("take")}</span></span>
    </button>
  </li>`}function Xe(t,e,n){let a=()=>{t.local(e).note=null,t.redraw()};return d`<div class="answer" role="alert" @keydown=${o=>{o.key==="Escape"&&a()}}>
    ${Je(t,n.sentence,a)}
    ${n.choices.length?d`<div class="picks">${n.choices.map(o=>d`<button type="button" class="pick"
      @click=${()=>t.choose(e,o.value)}>${o.label}</button>`)}</div>`:c}
  </div>`}function Je(t,e,n){return d`<div class="answer-head">${P}<p>${e}</p>
    <button type="button" class="quiet" aria-label=${t.say("dismiss")} title=${t.say("dismiss")} @click=${n}>${Ke}</button>
  </div>`}function Vt(t){return e=>{e.key==="Escape"&&t.send("dismiss",{})}}function Qe(){return{drag:null,draft:null,note:null,wished:null,keyed:!1,focus:null}}var A={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},ee=t=>(...e)=>({_$litDirective$:t,values:e}),I=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,n,a){this._$Ct=e,this._$AM=n,this._$Ci=a}_$AS(e,n){return this.update(e,n)}update(e,n){return this.render(...n)}};var{I:Bt}=Ie,Ze=t=>t;var tt=t=>t.strings===void 0,et=()=>document.createComment(""),O=(t,e,n)=>{let a=t._$AA.parentNode,o=e===void 0?t._$AB:e._$AA;if(n===void 0){let r=a.insertBefore(et(),o),i=a.insertBefore(et(),o);n=new Bt(r,i,t,t.options)}else{let r=n._$AB.nextSibling,i=n._$AM,l=i!==t;if(l){let s;n._$AQ?.(t),n._$AM=t,n._$AP!==void 0&&(s=t._$AU)!==i._$AU&&n._$AP(s)}if(r!==o||l){let s=n._$AA;for(;s!==r;){let p=Ze(s).nextSibling;Ze(a).insertBefore(s,o),s=p}}}return n},_=(t,e,n=t)=>(t._$AI(e,n),t),Ut={},te=(t,e=Ut)=>t._$AH=e,nt=t=>t._$AH,ne=t=>{t._$AR(),t._$AA.remove()};var at=(t,e,n)=>{let a=new Map;for(let o=e;o<=n;o++)a.set(t[o],o);return a},be=ee(class extends I{constructor(t){if(super(t),t.type!==A.CHILD)throw Error("repeat() can only be used in text expressions")}dt(t,e,n){let a;n===void 0?n=e:e!==void 0&&(a=e);let o=[],r=[],i=0;for(let l of t)o[i]=a?a(l,i):i,r[i]=n(l,i),i++;return{values:r,keys:o}}render(t,e,n){return this.dt(t,e,n).values}update(t,[e,n,a]){let o=nt(t),{values:r,keys:i}=this.dt(e,n,a);if(!Array.isArray(o))return this.ut=i,r;let l=this.ut??=[],s=[],p,h,u=0,g=o.length-1,f=0,m=r.length-1;for(;u<=g&&f<=m;)if(o[u]===null)u++;else if(o[g]===null)g--;else if(l[u]===i[f])s[f]=_(o[u],r[f]),u++,f++;else if(l[g]===i[m])s[m]=_(o[g],r[m]),g--,m--;else if(l[u]===i[m])s[m]=_(o[u],r[m]),O(t,s[m+1],o[u]),u++,m--;else if(l[g]===i[f])s[f]=_(o[g],r[f]),O(t,o[u],o[g]),g--,f++;else if(p===void 0&&(p=at(i,f,m),h=at(l,u,g)),p.has(l[u]))if(p.has(l[g])){let y=h.get(i[f]),D=y!==void 0?o[y]:null;if(D===null){let v=O(t,o[u]);_(v,r[f]),s[f]=v}else s[f]=_(D,r[f]),O(t,o[u],D),o[y]=null;f++}else ne(o[g]),g--;else ne(o[u]),u++;for(;f<=m;){let y=O(t,s[m+1]);_(y,r[f]),s[f++]=y}for(;u<=g;){let y=o[u++];y!==null&&ne(y)}return this.ut=i,te(t,s),w}});var x=(t,e)=>`lo-${t}-${e}`;var jt=[.77,.78,.79];function Kt([t,e,n],a){let o=a>0?1:0,r=Math.abs(a);return`rgb(${[t,e,n].map(i=>Math.round((i+(o-i)*r)*255)).join(" ")})`}function ot({colour:t,finish:e,metallic:n=0}){let a=r=>Kt(t??jt,r);return`background:${(Gt[e]??(n===1?rt:Yt))(a)}`}var Gt={polished:rt,brushed:Ft,satin:Wt,blasted:qt};function rt(t){return`radial-gradient(circle at 50% 50%,transparent 60%,rgb(0 0 0/.2) 100%),radial-gradient(ellipse 60% 34% at 34% 22%,rgb(255 255 255/.5),transparent 70%),linear-gradient(158deg,${[[0,0],[.2,16],[.66,33],[.34,43],[-.08,51],[-.46,57],[-.3,67],[.02,80],[.34,93],[.1,100]].map(([e,n])=>`${t(e??0)} ${n}%`).join(",")})`}function Ft(t){return`repeating-linear-gradient(90deg,rgb(255 255 255/.16) 0 .5px,transparent .5px 1.5px,rgb(0 0 0/.07) 1.5px 2px,transparent 2px 3.5px),repeating-linear-gradient(90deg,transparent 0 5px,rgb(0 0 0/.05) 5px 6px,transparent 6px 11px,rgb(255 255 255/.1) 11px 12px),linear-gradient(176deg,${t(-.22)},${t(.06)} 24%,${t(.42)} 45%,${t(.1)} 62%,${t(-.28)})`}function Wt(t){return`linear-gradient(160deg,${t(-.2)},${t(.32)} 40%,${t(.04)} 66%,${t(-.24)})`}function qt(t){return`radial-gradient(rgb(255 255 255/.2) .4px,transparent .8px) 0 0/3px 4px,radial-gradient(rgb(0 0 0/.12) .5px,transparent .9px) 1px 2px/5px 3px,radial-gradient(rgb(0 0 0/.1) .4px,transparent .8px) 2px 1px/7px 5px,linear-gradient(160deg,${t(.08)},${t(-.05)} 55%,${t(-.16)})`}function Yt(t){return`linear-gradient(150deg,${t(.16)},${t(0)} 42%,${t(-.1)})`}var Xt=20,Jt=5,Qt=26;function Zt({label:t,detail:e}){let n=t.indexOf(", ");if(e||n<0||[...t].length<=Qt)return{name:t,detail:e};let a=t.slice(n+2);return{name:t.slice(0,n),detail:a.charAt(0).toLocaleUpperCase()+a.slice(1)}}function en(t){return t.some(n=>n.picture)?"pictures":t.some(n=>n.colour||n.finish)?"swatches":t.every(n=>[...n.label].length<=Xt&&!n.detail)&&t.length<=Jt?"pills":"cards"}function tn(t){return t<=5?Math.max(4,t):[5,4,3].sort((e,n)=>e-(t%e||e)-(n-(t%n||n)))[0]??4}function it(t,e,n){let{options:a}=n.choice,o=t.shown(e,n.choice.at),r=t.local(e),i=a.some(l=>l.name===r.focus)?r.focus:a.some(l=>l.name===o)?o:a[0]?.name;return d`<div class="options ${en(a)}" style="--columns:${tn(a.length)}" role="radiogroup" aria-labelledby=${x(e,"label")}
      aria-describedby=${n.hint?x(e,"hint"):c}
      @keydown=${l=>an(t,e,a,l)}>
    ${a.map((l,s)=>nn(t,e,l,s,l.name===o,l.name===i,n.own))}
  </div>`}function nn(t,e,n,a,o,r,i){let{say:l}=t,{name:s,detail:p}=Zt(n),h=n.open?"":n.unsure?l("unsure"):l("closed"),u=[n.label,n.detail,h].filter(Boolean).join(", "),g=()=>{t.local(e).focus=n.name,(!o||!(i||t.busy(e)))&&t.choose(e,n.name)};return d`<div class="option" role="presentation" ?data-chosen=${o} ?data-closed=${!n.open} ?data-unsure=${n.unsure}>
    <button type="button" role="radio" class="tile" id=${x(e,`option-${a}`)} data-option=${n.name}
      aria-checked=${o?"true":"false"} aria-label=${u} tabindex=${r?0:-1} @click=${g}>
      ${n.picture?d`<img class="picture" src=${n.picture} alt="" loading="lazy">`:n.colour||n.finish?d`<span class="swatch" style=${ot(n)}></span>`:c}
      <span class="words"><span class="name">${s}</span>${p?d`<span class="detail">${p}</span>`:c}</span>
      <span class="check">${Q}</span>
      ${n.open?c:d`<span class="mark">${P}</span>`}
    </button>
    ${n.open||o?c:d`<button type="button" class="why" tabindex=${r?0:-1}
      aria-label=${l("why_of",{option:n.label})}
      @click=${()=>{t.local(e).wished=n.name,t.send("ask",{name:e,value:n.name})}}>${l("why")}</button>`}
  </div>`}function an(t,e,n,a){let o=a.target instanceof HTMLElement?a.target.closest("[data-option]"):null,r=n.findIndex(h=>h.name===o?.dataset.option);if(!o||r<0)return;let l={ArrowRight:r+1,ArrowDown:r+1,ArrowLeft:r-1,ArrowUp:r-1,Home:0,End:n.length-1}[a.key];if(l===void 0)return;a.preventDefault();let s=n[(l+n.length)%n.length];if(!s)return;t.local(e).focus=s.name;let p=o.closest("[role=radiogroup]");t.redraw(),p?.querySelector(`[data-option="${CSS.escape(s.name)}"]`)?.focus()}function st(t,e,n){let{say:a}=t,o=t.shown(e,n.flag.at),r=!n.flag.open.includes(!o),i=[r?x(e,"closed"):"",n.hint?x(e,"hint"):""].filter(Boolean).join(" ");return d`${r?d`<button type="button" class="why"
      aria-label=${a("why_of",{option:`${n.label}: ${a(o?"no":"yes")}`})}
      @click=${()=>t.send("ask",{name:e,value:!o})}>${a("why")}</button>
      <span class="unseen" id=${x(e,"closed")}>${a(o?"no":"yes")}: ${a("closed")}</span>`:c}
    <button type="button" role="switch" class="switch" aria-checked=${o?"true":"false"} ?data-closed=${r}
      aria-labelledby=${x(e,"label")} aria-describedby=${i||c}
      @click=${()=>t.choose(e,!o)}>
      <span class="word">${a(o?"yes":"no")}</span><span class="knob">${r?P:c}</span></button>`}var K=ee(class extends I{constructor(t){if(super(t),t.type!==A.PROPERTY&&t.type!==A.ATTRIBUTE&&t.type!==A.BOOLEAN_ATTRIBUTE)throw Error("The `live` directive is not allowed on child or event bindings");if(!tt(t))throw Error("`live` bindings can only contain a single expression")}render(t){return t}update(t,[e]){if(e===w||e===c)return e;let n=t.element,a=t.name;if(t.type===A.PROPERTY){if(e===n[a])return w}else if(t.type===A.BOOLEAN_ATTRIBUTE){if(!!e===n.hasAttribute(a))return w}else if(t.type===A.ATTRIBUTE&&n.getAttribute(a)===e+"")return w;return te(t),e}});var on={en:"en-CH",fr:"fr-CH",de:"de-DE"},rn=" ",sn=1e-6;function b(t,e){return Number((t.low+e*t.step).toFixed(Math.max(t.decimals,6)))}function T(t,e,n){return new Intl.NumberFormat(on[n],{maximumFractionDigits:e}).format(t)}function z(t,e,n){let a=t.unit===""||t.unit==="°"?"":rn;return T(e,t.decimals,n)+a+t.unit}function lt(t,e){let n=t.normalize("NFKC").replace(/[\s'’]/g,"").replace(/[−–]/g,"-"),a=e.normalize("NFKC").replace(/\s/g,"").toLowerCase();a&&n.toLowerCase().endsWith(a)&&(n=n.slice(0,-a.length));let o=Math.max(n.lastIndexOf(","),n.lastIndexOf("."));return o>=0&&(n=n.slice(0,o).replace(/[.,]/g,"")+"."+n.slice(o+1)),/^[+-]?(\d+\.?\d*|\.\d+)$/.test(n)?Number(n):NaN}function pt(t,e){let n=(e-t.low)/t.step,a=Math.round(n),o=t.count-1;return Math.abs(n-a)<=sn&&a>=0&&a<=o?{on:a}:n<0?{nearest:0}:n>o?{nearest:o}:{below:Math.floor(n),above:Math.ceil(n)}}function ve(t,e){return t.some(([n,a])=>n<=e&&e<=a)}var dt=400,ln=12,pn=3,cn=4;function ye(t,e,{number:n}){let{drag:a}=t.local(e);if(a!==null)return a;let o=t.shown(e,b(n,n.at));return Math.min(n.count-1,Math.max(0,Math.round((o-n.low)/n.step)))}function ut(t,e,n){let{number:a,label:o}=n,{say:r,data:i}=t,l=t.local(e),s=ye(t,e,n),p=l.draft??T(b(a,s),a.decimals,i.language),h=g=>{let f=Math.min(a.count-1,Math.max(0,s+g));f!==s&&t.choose(e,b(a,f),dt)},u=Math.max(...[0,1,a.count-2,a.count-1].map(g=>T(b(a,g),a.decimals,i.language).length));return d`<span class="entry" style="--digits:${Math.max(cn,p.length,u)}">
    <button type="button" class="step" aria-label=${r("less",{label:o})} aria-disabled=${s===0?"true":"false"}
      @click=${()=>h(-1)}>${Ue}</button>
    <label class="figure"><input type="text" inputmode=${a.decimals?"decimal":"numeric"} autocomplete="off"
        spellcheck="false" .value=${K(p)}
        aria-label=${a.unit?r("exact_unit",{label:o,unit:a.unit}):r("exact",{label:o})}
        @focus=${g=>g.target.select()}
        @input=${g=>{l.draft=g.target.value,t.redraw()}}
        @keydown=${g=>dn(t,e,n,g,h)}
        @blur=${()=>{ht(t,e,n),t.flush(e)}}>${a.unit?d`<span class="unit" aria-hidden="true">${a.unit}</span>`:c}</label>
    <button type="button" class="step" aria-label=${r("more",{label:o})}
      aria-disabled=${s===a.count-1?"true":"false"} @click=${()=>h(1)}>${je}</button>
  </span>`}function dn(t,e,n,a,o){let r=t.local(e);a.key==="Enter"?ht(t,e,n):a.key==="Escape"?(r.draft=null,r.note=null,t.redraw()):(a.key==="ArrowUp"||a.key==="ArrowDown")&&(a.preventDefault(),r.draft=null,o(a.key==="ArrowUp"?1:-1))}function ht(t,e,n){let{number:a,label:o}=n,{say:r,data:{language:i}}=t,l=t.local(e),s=l.draft?.trim();if(l.draft===null||s===void 0)return;l.draft=null;let p=f=>({label:z(a,b(a,f),i),value:b(a,f)}),h=lt(s,a.unit),u=ye(t,e,n),g=Number.isNaN(h)?null:pt(a,h);if(s==="")l.note=null;else if(g===null){let f=z(a,b(a,u),i);l.note={sentence:r("not_a_number",{entry:s,example:f}),choices:[]}}else if("on"in g)l.note=null,g.on!==u&&t.choose(e,b(a,g.on));else if("nearest"in g){let f=r("out_of_range",{label:o,low:p(0).label,high:p(a.count-1).label});l.note={sentence:f,choices:[p(g.nearest)]}}else{let f=r("off_step",{entry:T(h,a.decimals+3,i)});l.note={sentence:f,choices:[p(g.below),p(g.above)]}}t.redraw()}function gt(t,e,n){let{number:a,label:o,hint:r}=n,{say:i,data:l}=t,s=t.local(e),p=ye(t,e,n),h=ve(a.open,p),u=!h&&ve(a.unsure,p),g=z(a,b(a,p),l.language),f=h?"":i(u?"unsure":"closed"),m=v=>Number(v.target.value),y=l.answer,D=y?.name===e&&!y.possible&&typeof s.wished=="number"?s.wished:null;return d`<div class="slider" ?data-closed=${!h}>
      <div class="rail" aria-hidden="true">
        ${a.unsure.map(v=>d`<i class="unsure" style=${ct(a,v)}></i>`)}
        ${a.open.map(v=>d`<i class="open" style=${ct(a,v)}></i>`)}
        ${a.count<=ln?Array.from({length:a.count},(v,Ht)=>d`<i class="mark" style="left:${ae(a,Ht)}%"></i>`):c}
        ${D===null?c:d`<i class="wished"
          style="left:${ae(a,(D-a.low)/a.step)}%"></i>`}
      </div>
      <input type="range" min="0" max=${a.count-1} step="1" .value=${K(String(p))}
        aria-label=${o} aria-valuetext=${f?`${g}, ${f}`:g}
        aria-describedby="${x(e,"open")}${r?` ${x(e,"hint")}`:""}"
        @pointerdown=${()=>{s.keyed=!1}}
        @keydown=${()=>{s.keyed=!0}}
        @input=${v=>{s.drag=m(v),s.draft=null,t.redraw()}}
        @change=${v=>t.choose(e,b(a,m(v)),s.keyed?dt:0)}
        @blur=${()=>t.flush(e)}>
    </div>
    <div class="ends"><span>${T(a.low,a.decimals,l.language)}</span>
      <span class="free" id=${x(e,"open")} ?data-closed=${!h}>${s.drag!==null&&f?f:un(t,a)}</span>
      <span>${T(b(a,a.count-1),a.decimals,l.language)}</span></div>`}function un(t,e){let{say:n,data:{language:a}}=t;if(e.open.length===1&&e.open[0]?.[0]===0&&e.open[0][1]===e.count-1)return"";if(!e.open.filter(([p,h])=>p!==h||p!==e.at).length)return n("none_open");let i=p=>T(b(e,p),e.decimals,a),l=e.open.slice(0,pn).map(([p,h])=>p===h?i(p):n("range",{low:i(p),high:i(h)})),s=l.length<e.open.length?`${l.join(", ")} …`:l.length>1?`${l.slice(0,-1).join(", ")} ${n("or")} ${l[l.length-1]}`:l.join("");return n("open",{spans:e.unit?`${s} ${e.unit}`:s})}function ae(t,e){return t.count>1?Math.min(100,Math.max(0,e/(t.count-1)*100)):50}function ct(t,[e,n]){let a=ae(t,e-.5);return`left:${a.toFixed(3)}%;width:${(ae(t,n+.5)-a).toFixed(3)}%`}var oe=new Map;function ft(t,e,n){let a=`lo ${t}`.replace(/["'\\;]/g,""),o=`${a} ${e}`,r=oe.get(o);if(r===void 0){oe.set(o,"loading");let i=new FontFace(a,`url(${JSON.stringify(new URL(e,document.baseURI).href)})`);document.fonts.add(i),i.load().then(()=>{oe.set(o,"ready"),n()},l=>{oe.set(o,"failed"),console.error(`panel: the font ${t} could not be loaded from ${e}`,l)})}return r==="ready"?a:null}var mt=500,hn=34,gn=13;function we(t){return[...t.normalize("NFC").trim()].length}function xt(t,e,n){let{draft:a,wished:o}=t.local(e);return a!==null?a:t.answers(e)&&typeof o=="string"?o:t.shown(e,n.text.value)}function bt({text:t}){return Math.min(t.longest,we(t.value)+t.room)}function vt(t,e,n){let a=bt(n)-we(xt(t,e,n)),o=a<0,r=Math.abs(a);return d`<span class="count" id=${x(e,"count")} ?data-over=${o}>${t.say(R(o?"over":"left",r,t.data.language),{count:r})}</span>`}function yt(t,e,n){let{text:a}=n,o=t.local(e),r=xt(t,e,n),i=t.answers(e)?o.wished:null,l=(p,h)=>{let u=p.normalize("NFC").trim();u!==t.shown(e,a.value)&&u!==i&&t.choose(e,u,h)},s=we(r)>bt(n);return d`<input type="text" class="text" autocomplete="off" spellcheck="false" .value=${K(r)}
      aria-label=${n.label} aria-invalid=${s?"true":"false"}
      aria-describedby="${x(e,"count")}${n.hint?` ${x(e,"hint")}`:""}"
      @input=${p=>{o.draft=p.target.value,p.isComposing||l(o.draft,mt),t.redraw()}}
      @compositionend=${p=>l(p.target.value,mt)}
      @keydown=${p=>{p.key==="Enter"&&t.flush(e)}}
      @blur=${()=>{o.draft!==null&&l(o.draft,0),o.draft=null,t.flush(e),t.redraw()}}>
    ${fn(t,n,r)}`}function fn(t,{text:e},n){let a=n.trim()==="",o=a?t.say("preview_empty"):n===e.value&&e.preview?e.preview:n,r=e.font_url?ft(e.font_family,e.font_url,t.redraw):null,i=Math.max(gn,Math.min(hn,Math.floor(560/Math.max(1,[...o].length))));return d`<p class="preview" ?data-empty=${a}><span class="unseen">${t.say("preview")}: </span><span class="sample"
    style="font-size:${i}px;${r?`font-family:'${r}'`:""}">${o}</span></p>`}function re(t,e,n,a){switch(e.kind){case"number":{let o=typeof a=="number"?a:b(e.number,e.number.at);return z(e.number,o,t.language)}case"choice":{let o=a??e.choice.at;return e.choice.options.find(r=>r.name===o)?.label??String(o)}case"flag":return n(a??e.flag.at?"yes":"no");case"text":{let o=String(a??e.text.value);return o?n("words",{words:o}):n("nothing")}}}function ie(t){switch(t.kind){case"number":return b(t.number,t.number.at);case"choice":return t.choice.at;case"flag":return t.flag.at;case"text":return t.text.value}}function wt(t,e,n){return Object.entries(e.parameters).flatMap(([a,o])=>{let r=t.parameters[a];return r&&!r.own&&o.own&&ie(r)===ie(o)?[`${o.label}: ${n("own")}`]:[]})}function $t(t,e,n){let a=[];for(let o of e.groups.flatMap(r=>r.parameters)){let r=e.parameters[o],i=t.parameters[o];if(!r?.moved||!i)continue;let l=re(t,i,n),s=re(e,r,n);l!==s&&a.push({name:o,label:r.label,before:l,after:s})}return a}function kt(t,e,n,a){let o=t.before.get(e),{note:r}=t.local(e),{answer:i}=t.data;return d`<div class="control ${n.kind}" data-name=${e} ?data-moved=${o!==void 0}
      aria-busy=${t.busy(e)?"true":"false"}>
    <div class="top">
      <span class="head-text"><span class="label" id=${x(e,"label")} ?data-alone=${a}>${n.label}</span>
        ${mn(t,e,n)}<span class="working" aria-hidden="true"></span></span>
      ${xn(t,e,n)}
    </div>
    ${o===void 0?c:d`<p class="was">${t.say("was",{before:o})}</p>`}
    ${bn(t,e,n)}
    ${n.hint?d`<p class="hint" id=${x(e,"hint")}>${n.hint}</p>`:c}
    ${r?Xe(t,e,r):c}
    ${i&&t.answers(e)?Ye(t,i):c}
  </div>`}function mn(t,e,n){let{own:a,label:o}=n;if(!a&&n.kind==="choice")return c;let r=t.shown(e,ie(n)),i=()=>{a?t.send("free",{name:e}):t.busy(e)||t.choose(e,r)},l=a?t.say("free",{label:o}):t.say("keep",{label:o,value:re(t.data,n,t.say,r)});return d`<button type="button" class=${a?"pin own":"pin"} aria-label=${l} @click=${i}>${Ge}${a?d`<span class="pin-own">${t.say("own")}</span>`:c}
    <span class="pin-word">${t.say(a?"free_short":"keep_short")}</span></button>`}function xn(t,e,n){switch(n.kind){case"number":return ut(t,e,n);case"flag":return st(t,e,n);case"text":return vt(t,e,n);case"choice":return c}}function bn(t,e,n){switch(n.kind){case"number":return gt(t,e,n);case"choice":return it(t,e,n);case"text":return yt(t,e,n);case"flag":return c}}function _t(t){let{data:e,say:n}=t,{mass:a,makeability:o,binding:r,notices:i,saved:l}=e.status;return d`<div class="status">
    <div class="line">
      ${a?d`<p class="mass"><span class="unseen">${n("mass")}: </span>${a}</p>`:c}
      ${o?d`<button type="button" class="makeability" aria-expanded=${t.unfolded?"true":"false"}
        @click=${()=>{t.unfolded=!t.unfolded,t.redraw()}}>${o}</button>`:c}
    </div>
    ${r.length||i.length||l?d`<div class="more">
      ${At(t,"notices",i)}${At(t,"binding",r)}
      ${l?d`<span class="saved">${l}</span>`:c}
    </div>`:c}
  </div>`}function At(t,e,n){if(!n.length)return c;let a=n.length;return d`<details class=${e}><summary>${e==="notices"?Fe:c}${t.say(R(e,a,t.data.language),{count:a})}</summary>
    <ul>${n.map(o=>d`<li>${o}</li>`)}</ul></details>`}function Tt(t){let{data:e,say:n}=t,a=t.narrow.matches,o=a?e.groups.filter(r=>r.id===t.group):e.groups;return d`<div class="sheet" lang=${e.language} data-theme=${e.theme??"auto"} ?data-tabs=${a} role="region"
      aria-label=${e.title||n("panel")}>
    <div class="head">
      <div class="titles"><h1>${e.title}</h1>${e.subtitle?d`<p class="subtitle">${e.subtitle}</p>`:c}</div>
      <div class="tools">
        ${$e(t,"undo",ze,e.history.undo)}${$e(t,"redo",Ve,e.history.redo)}
        ${$e(t,"reset",Be,!0)}
      </div>
    </div>
    ${e.groups.length>1?a?yn(t):vn(t):c}
    ${t.late?d`<p class="late">${n("late")}</p>`:c}
    <div class="groups">${be(o,r=>r.id,r=>$n(t,r,a))}</div>
    ${_t(t)}
  </div>`}function $e(t,e,n,a){return d`<button type="button" class="quiet" aria-label=${t.say(e)} title=${t.say(e)}
    aria-disabled=${a?"false":"true"} @click=${()=>{a&&t.send(e,{})}}>${n}</button>`}function vn(t){return d`<nav class="nav" aria-label=${t.say("groups")}>${t.data.groups.map(e=>d`
    <button type="button" aria-current=${e.id===t.group?"true":"false"}
      @click=${()=>t.go(e.id)}>${e.label}</button>`)}</nav>`}function yn(t){let{groups:e}=t.data,n=a=>{let o=e.findIndex(s=>s.id===t.group),i={ArrowRight:o+1,ArrowLeft:o-1,Home:0,End:e.length-1}[a.key],l=i===void 0?void 0:e[(i+e.length)%e.length];l&&(a.preventDefault(),t.go(l.id),t.root.querySelector("[role=tab][aria-selected=true]")?.focus())};return d`<div class="nav" role="tablist" aria-label=${t.say("groups")} @keydown=${n}>${e.map(a=>d`
    <button type="button" role="tab" id="lo-tab-${a.id}" aria-controls=${a.id===t.group?`lo-group-${a.id}`:c}
      aria-selected=${a.id===t.group?"true":"false"} tabindex=${a.id===t.group?0:-1}
      @click=${o=>{t.go(a.id),o.currentTarget.scrollIntoView({inline:"center",block:"nearest"})}}
      >${a.label}${wn(t,a)?d`<span class="dot"></span>`:c}</button>`)}</div>`}function wn(t,e){return e.id!==t.group&&e.parameters.some(n=>t.before.has(n))}function $n(t,e,n){return d`<section class="group" data-group=${e.id} id="lo-group-${e.id}" role=${n?"tabpanel":c}
      aria-labelledby="lo-${n?"tab":"heading"}-${e.id}">
    ${n?c:d`<h2 id="lo-heading-${e.id}">${e.label}</h2>`}
    ${be(e.parameters,a=>a,a=>{let o=t.data.parameters[a],r=e.parameters.length===1&&o?.label===e.label;return o?kt(t,a,o,r):c})}
  </section>`}var se=class{constructor(e,n,a){this.turn=e;this.pass=n;this.silent=a;this.answered=e}turn;pass;silent;waiting=[];flying=null;timer=0;answered=0;put(e,n){let a=++this.turn,o=this.waiting.findIndex(r=>r.kind===e&&ke(r.what)===ke(n));return o>=0&&ke(n)!==null&&this.waiting.splice(o,1),this.waiting.push({kind:e,what:n,turn:a}),this.next(),a}settle(e){let n=e??this.flying?.turn??0,a=n<this.answered;if(this.answered=n,!this.flying||this.flying.turn>n)return this.flying&&a&&this.send(this.flying,6e3),{turn:n,kind:null};let{kind:o}=this.flying;return this.flying=null,this.next(),{turn:n,kind:o}}close(){clearTimeout(this.timer)}next(){if(this.flying)return;clearTimeout(this.timer);let e=this.waiting.shift();e&&(this.flying=e,this.send(e,6e3))}send(e,n){clearTimeout(this.timer),this.timer=setTimeout(()=>{this.flying===e&&this.silent()&&this.send(e,Math.min(2*n,48e3))},n),this.pass(e.kind,{...e.what,turn:e.turn})}};function ke(t){return"name"in t?String(t.name):null}var Et=`.lo-panel .answer {
  margin: 14px 0 4px; padding: 10px 16px 16px; border: 1px solid var(--line); border-left: 3px solid var(--caution);
  border-radius: 4px var(--radius) var(--radius) 4px; background: var(--paper); scroll-margin: 96px 0 180px;
}
.lo-panel .control > .answer { animation: lo-open var(--t) ease-out; }
@keyframes lo-open { from { opacity: 0; transform: translateY(-4px); } }
.lo-panel .answer-head { display: flex; align-items: flex-start; gap: 10px; margin-right: -10px; }
.lo-panel .answer-head > .icon { margin-top: 10px; width: 18px; height: 18px; color: var(--caution); }
.lo-panel .answer-head p { flex: 1; padding: 9px 0; font-weight: 540; line-height: 1.4; text-wrap: pretty; }
.lo-panel .reason { font-size: 14px; color: var(--ink); text-wrap: pretty; }
.lo-panel .reason + .reason { margin-top: 6px; }
.lo-panel .ways-head { margin: 14px 0 6px; font-size: 13px; color: var(--muted); }
.lo-panel .ways { display: grid; gap: 8px; }
.lo-panel .way {
  display: flex; align-items: center; gap: 14px; width: 100%; min-height: 48px; padding: 10px 14px; border: 1px solid var(--line);
  border-radius: 8px; background: var(--surface); transition: border-color var(--t);
}
.lo-panel .way:hover { border-color: var(--accent); }
.lo-panel .way-text { flex: 1; min-width: 0; font-size: 14px; line-height: 1.4; }
.lo-panel .way-text > span { display: block; }
.lo-panel .way-text > span + span { margin-top: 2px; }
.lo-panel .given { font-weight: 540; }
.lo-panel .tag { font-weight: 400; color: var(--muted); }
.lo-panel .given .tag { color: var(--caution); }
.lo-panel .also { color: var(--muted); }
.lo-panel .take { display: inline-flex; align-items: center; gap: 4px; flex: none; color: var(--accent); font-size: 13.5px; font-weight: 560; }
.lo-panel .take .icon { width: 17px; height: 17px; }
.lo-panel .way[data-busy] { border-color: var(--accent); background: var(--wash); }
.lo-panel .picks { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 4px; }
.lo-panel .pick { min-height: 40px; padding: 0 18px; border: 1px solid var(--accent); border-radius: 20px; color: var(--accent); font-weight: 560; background: var(--surface); }
.lo-panel .pick:hover { background: var(--accent); color: var(--on-accent); }
`;var Ct=`.lo-panel .options { display: grid; gap: 8px; padding-top: 4px; }
.lo-panel .option { position: relative; display: flex; flex-direction: column; min-width: 0; }
.lo-panel .tile {
  position: relative; flex: 1; min-width: 0; border: 1px solid var(--line); border-radius: var(--radius);
  transition: border-color var(--t), background-color var(--t);
}
.lo-panel .tile:hover { border-color: var(--edge); }
.lo-panel .tile:focus-visible { border-radius: var(--radius); }
.lo-panel .name { display: block; overflow-wrap: anywhere; hyphens: auto; }
.lo-panel .detail { display: block; margin-top: 1px; font-size: 13px; color: var(--muted); text-wrap: pretty; }
.lo-panel .check { position: absolute; display: none; color: var(--accent); }
.lo-panel .check .icon { width: 18px; height: 18px; }
.lo-panel .option[data-chosen] .tile { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--wash); }
.lo-panel .option[data-chosen] .check { display: block; }
.lo-panel .option[data-closed] .tile { border-style: dashed; border-color: var(--edge); background: none; }
.lo-panel .option[data-closed] .name { color: var(--muted); }
.lo-panel .mark { color: var(--caution); }
.lo-panel .mark .icon { width: 16px; height: 16px; }
.lo-panel .why {
  align-self: center; min-height: 40px; min-width: 40px; padding: 0 8px; font-size: 13px; text-align: center; color: var(--caution);
  text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px;
}

.lo-panel .cards .option { flex-direction: row; align-items: stretch; }
.lo-panel .cards .tile { display: flex; align-items: center; gap: 10px; min-height: 48px; padding: 9px 44px 9px 16px; }
.lo-panel .cards :is(.check, .mark) { position: absolute; right: 14px; top: calc(50% - 9px); }
.lo-panel .cards .option[data-closed] .tile { padding-right: 96px; }
.lo-panel .cards .option[data-closed] .mark { right: 68px; }
.lo-panel .cards .why { position: absolute; right: 6px; top: calc(50% - 20px); }
.lo-panel .cards .option[data-chosen][data-closed] .mark { right: 40px; }

.lo-panel .pills { display: flex; flex-wrap: wrap; }
.lo-panel .pills .option { flex-direction: row; align-items: center; }
.lo-panel .pills .tile { display: flex; align-items: center; gap: 8px; min-height: 42px; padding: 0 18px; border-radius: 21px; white-space: nowrap; }
.lo-panel .pills .tile:focus-visible { border-radius: 21px; }
.lo-panel .pills .check { display: none; }
.lo-panel .pills .option[data-chosen] .check { position: static; display: block; margin-left: -6px; order: -1; }

.lo-panel .swatches { grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); gap: 10px 4px; margin: 0 -8px; }
.lo-panel .swatches .tile {
  display: flex; flex-direction: column; align-items: center; gap: 8px; flex: none; padding: 8px 4px 6px; border-color: transparent; text-align: center;
}
.lo-panel .swatches .option .tile, .lo-panel .swatches .option[data-chosen] .tile { border-color: transparent; box-shadow: none; background: none; }
.lo-panel .swatch {
  position: relative; flex: none; width: 52px; height: 52px; border-radius: 50%; transition: box-shadow var(--t);
  box-shadow: inset 0 0 0 1px rgb(0 0 0 / .14), 0 0 0 4px var(--surface), 0 0 0 5px transparent;
}
.lo-panel .tile:hover .swatch { box-shadow: inset 0 0 0 1px rgb(0 0 0 / .14), 0 0 0 4px var(--surface), 0 0 0 5px var(--edge); }
.lo-panel .option[data-chosen] .swatch { box-shadow: inset 0 0 0 1px rgb(0 0 0 / .14), 0 0 0 4px var(--surface), 0 0 0 6px var(--accent); }
.lo-panel .swatches .option[data-closed] .swatch { outline: 1.5px dashed var(--edge); outline-offset: 4px; }
.lo-panel .swatches .name { font-size: 12.5px; line-height: 1.3; color: var(--muted); text-wrap: balance; }
.lo-panel .swatches .detail { font-size: 12px; }
.lo-panel .swatches .option[data-chosen] .name { color: var(--ink); font-weight: 560; }
.lo-panel :is(.swatches, .pictures) .check {
  top: 46px; left: calc(50% + 12px); width: 20px; height: 20px; padding: 3px; border-radius: 50%; color: var(--on-accent); background: var(--accent);
}
.lo-panel :is(.swatches, .pictures) .check .icon { width: 14px; height: 14px; stroke-width: 2; }
.lo-panel :is(.swatches, .pictures) .mark {
  position: absolute; top: 4px; left: calc(50% + 14px); width: 22px; height: 22px; padding: 3px; border-radius: 50%; background: var(--surface);
  box-shadow: inset 0 0 0 1px var(--line);
}
.lo-panel .swatches .why { margin: -8px 0 -6px; }

.lo-panel .pictures { grid-template-columns: repeat(auto-fill, minmax(104px, 1fr)); gap: 12px; align-items: start; }
.lo-panel .pictures .tile { display: flex; flex-direction: column; gap: 8px; padding: 8px; text-align: center; }
.lo-panel .pictures .words { width: 100%; }
.lo-panel .picture { width: 100%; aspect-ratio: 4 / 3; object-fit: contain; border-radius: 6px; }
.lo-panel .pictures .name { font-size: 13.5px; line-height: 1.3; }
.lo-panel .pictures :is(.check, .mark) { top: 8px; right: 8px; left: auto; }

.lo-panel .switch { display: inline-flex; align-items: center; gap: 10px; min-height: 40px; flex: none; }
.lo-panel .switch .word { color: var(--muted); font-size: 13.5px; }
.lo-panel .knob {
  position: relative; width: 46px; height: 26px; border: 1px solid var(--edge); border-radius: 13px; background: none; color: var(--caution);
  transition: background-color var(--t), border-color var(--t);
}
.lo-panel .knob::before {
  content: ""; position: absolute; top: 3px; left: 3px; width: 18px; height: 18px; border-radius: 50%; background: var(--edge);
  transition: transform var(--t), background-color var(--t);
}
.lo-panel .switch[aria-checked=true] .knob { border-color: var(--accent); background: var(--accent); }
.lo-panel .switch[aria-checked=true] .knob::before { transform: translateX(20px); background: var(--on-accent); }
.lo-panel .switch[data-closed] .knob { border-style: dashed; }
.lo-panel .switch .icon { position: absolute; top: 5px; right: 6px; width: 14px; height: 14px; }
.lo-panel .switch[aria-checked=true] .icon { right: auto; left: 6px; color: var(--on-accent); }
@media (forced-colors: active) {
  .lo-panel .option[data-chosen] .tile { outline: 2px solid Highlight; }
  .lo-panel .swatch, .lo-panel .knob { forced-color-adjust: none; }
  .lo-panel .knob { border-color: CanvasText; }
  .lo-panel .switch[aria-checked=true] .knob { background: Highlight; }
}
`;var Mt=`.lo-panel { --t: 200ms; display: block; }
.lo-panel .sheet {
  --paper: var(--lo-paper, #f6f4f0); --surface: var(--lo-surface, #fffdfa); --ink: var(--lo-ink, #1b1a18);
  --muted: var(--lo-muted, #655f57); --line: var(--lo-line, #ddd8cf); --accent: var(--lo-accent, #0f5257);
  --on-accent: var(--lo-on-accent, #ffffff); --caution: var(--lo-caution, #85560a); --radius: var(--lo-radius, 10px);
  --edge: color-mix(in srgb, var(--muted) 78%, var(--surface));
  --wash: color-mix(in srgb, var(--accent) 7%, var(--surface));
  color-scheme: light; color: var(--ink); background: var(--surface);
  font: 400 15px/1.45 var(--lo-font, "Hanken Grotesk Variable"), "Hanken Grotesk Variable", system-ui, sans-serif;
  font-variant-numeric: tabular-nums lining-nums; -webkit-font-smoothing: antialiased; text-rendering: optimizeLegibility;
  -webkit-tap-highlight-color: transparent; text-align: start;
}
.lo-panel .sheet[data-theme=dark] {
  --paper: var(--lo-paper, #131415); --surface: var(--lo-surface, #1b1c1e); --ink: var(--lo-ink, #eceae6);
  --muted: var(--lo-muted, #a8a39b); --line: var(--lo-line, #323336); --accent: var(--lo-accent, #7cc5bd);
  --on-accent: var(--lo-on-accent, #0d1a1a); --caution: var(--lo-caution, #e3b663); color-scheme: dark;
}
@media (prefers-color-scheme: dark) {
  .lo-panel .sheet[data-theme=auto] {
    --paper: var(--lo-paper, #131415); --surface: var(--lo-surface, #1b1c1e); --ink: var(--lo-ink, #eceae6);
    --muted: var(--lo-muted, #a8a39b); --line: var(--lo-line, #323336); --accent: var(--lo-accent, #7cc5bd);
    --on-accent: var(--lo-on-accent, #0d1a1a); --caution: var(--lo-caution, #e3b663); color-scheme: dark;
  }
}
.lo-panel *, .lo-panel *::before, .lo-panel *::after { box-sizing: border-box; }
.lo-panel p, .lo-panel h1, .lo-panel h2, .lo-panel ul { margin: 0; padding: 0; }
.lo-panel ul { list-style: none; }
.lo-panel button, .lo-panel input { font: inherit; color: inherit; letter-spacing: inherit; }
.lo-panel button { margin: 0; padding: 0; border: 0; background: none; cursor: pointer; touch-action: manipulation; text-align: inherit; }
.lo-panel :focus { outline: none; }
.lo-panel :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
.lo-panel .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.lo-panel .icon { display: block; flex: none; }

.lo-panel .sheet { padding: 0 28px; border: 1px solid var(--line); border-radius: calc(var(--radius) + 4px); }
.lo-panel .head { display: flex; align-items: flex-start; justify-content: space-between; gap: 16px; padding: 28px 0 14px; }
.lo-panel h1 {
  font: 300 34px/1.1 var(--lo-font-display, "Newsreader Variable"), "Newsreader Variable", Georgia, serif;
  letter-spacing: -.012em; text-wrap: balance;
}
.lo-panel .subtitle { margin-top: 6px; color: var(--muted); }
.lo-panel .tools { display: flex; margin: -2px -10px 0 0; }
.lo-panel .quiet {
  display: grid; place-items: center; width: 40px; height: 40px; border-radius: 50%; color: var(--muted);
  transition: color var(--t), background-color var(--t);
}
.lo-panel .quiet:hover { color: var(--ink); background: color-mix(in srgb, var(--ink) 6%, transparent); }
.lo-panel .quiet[aria-disabled=true] { color: color-mix(in srgb, var(--muted) 45%, var(--surface)); background: none; cursor: default; }

.lo-panel .nav {
  position: sticky; top: var(--lo-sticky-top, 0px); z-index: 3; display: flex; gap: 4px; margin: 0 -28px; padding: 0 22px; font-size: 14px;
  overflow-x: auto; overscroll-behavior-x: contain; scrollbar-width: none; background: var(--surface);
  border-bottom: 1px solid var(--line);
}
.lo-panel .nav::-webkit-scrollbar { display: none; }
.lo-panel .nav button {
  position: relative; flex: none; min-width: 40px; min-height: 46px; padding: 0 6px; color: var(--muted); white-space: nowrap; text-align: center; transition: color var(--t);
}
.lo-panel .nav button::after {
  content: ""; position: absolute; inset: auto 6px 0; height: 2px; background: var(--accent); transform: scaleX(0);
  transition: transform var(--t);
}
.lo-panel .nav button:hover { color: var(--ink); }
.lo-panel .nav button:is([aria-current=true], [aria-selected=true]) { color: var(--ink); font-weight: 560; }
.lo-panel .nav button:is([aria-current=true], [aria-selected=true])::after { transform: none; }
.lo-panel .nav button:focus-visible { outline-offset: -3px; }
.lo-panel .nav .dot {
  position: absolute; top: 11px; right: -3px; width: 6px; height: 6px; border-radius: 50%; background: var(--accent);
}
.lo-panel .late { padding: 10px 0; color: var(--caution); border-bottom: 1px solid var(--line); }

.lo-panel .group { padding: 30px 0 10px; scroll-margin-top: calc(var(--lo-sticky-top, 0px) + 40px); }
.lo-panel .group + .group { border-top: 1px solid var(--line); }
.lo-panel h2 {
  font: 300 23px/1.2 var(--lo-font-display, "Newsreader Variable"), "Newsreader Variable", Georgia, serif; margin-bottom: 10px;
}
.lo-panel .control { position: relative; padding: 14px 0 18px; }
.lo-panel .control::before {
  content: ""; position: absolute; inset: 2px -16px; border-radius: var(--radius); background: var(--wash); opacity: 0;
  transition: opacity 600ms; pointer-events: none;
}
.lo-panel .control[data-moved]::before { opacity: 1; }
.lo-panel .control > * { position: relative; }
.lo-panel .top { display: flex; align-items: center; gap: 8px; min-height: 40px; }
.lo-panel .head-text { flex: 1; min-width: 0; line-height: 1.35; }
.lo-panel .label { font-weight: 540; overflow-wrap: break-word; hyphens: auto; }
.lo-panel .label[data-alone] { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.lo-panel .top:has([data-alone]) { min-height: 8px; }
.lo-panel .was { margin: -6px 0 4px; font-size: 13px; color: var(--accent); }
.lo-panel .hint { margin-top: 6px; font-size: 13px; color: var(--muted); text-wrap: pretty; }

.lo-panel .pin {
  position: relative; display: inline-flex; align-items: center; gap: 2px; min-height: 40px; min-width: 40px; margin: -12px -8px; padding: 0 12px; vertical-align: middle;
  font-size: 12.5px; color: var(--muted); white-space: nowrap; transition: color var(--t), opacity var(--t);
}
.lo-panel .pin.own { color: var(--accent); }
.lo-panel .pin .icon { width: 16px; height: 16px; }
.lo-panel .pin.own .icon { fill: color-mix(in srgb, currentColor 30%, transparent); }
.lo-panel .pin-own { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
/* over the page, not in the line: what a finger or the mouse is on must not move away */
.lo-panel .pin-word {
  position: absolute; z-index: 2; bottom: calc(100% - 8px); left: 50%; transform: translateX(-50%); padding: 2px 8px; border: 1px solid var(--line);
  border-radius: 6px; background: var(--surface); pointer-events: none; opacity: 0; transition: opacity var(--t);
}
.lo-panel .pin:is(:hover, :focus-visible) .pin-word { opacity: 1; }
/* where a mouse passes over, what is not one's own keeps quiet until it does */
@media (hover: hover) {
  .lo-panel .control:not(:hover, :focus-within) .pin:not(.own) { opacity: 0; }
}

.lo-panel .working {
  position: absolute; width: 14px; height: 14px; margin: 3px 0 0 8px; border: 1.5px solid var(--line); border-top-color: var(--accent);
  border-radius: 50%; opacity: 0;
}
.lo-panel .control[aria-busy=true] .working { opacity: 1; transition: opacity 150ms 180ms; animation: lo-turn 900ms linear infinite; }
@keyframes lo-turn { to { transform: rotate(1turn); } }

.lo-panel .status {
  position: sticky; bottom: 0; z-index: 2; margin: 18px -28px 0; padding: 16px 28px; background: var(--surface);
  border-top: 1px solid var(--line); border-radius: 0 0 calc(var(--radius) + 3px) calc(var(--radius) + 3px);
}
.lo-panel .line { display: flex; align-items: baseline; gap: 18px; }
.lo-panel .mass {
  flex: none; font: 300 28px/1.1 var(--lo-font-display, "Newsreader Variable"), "Newsreader Variable", Georgia, serif;
  font-variant-numeric: tabular-nums lining-nums; white-space: nowrap;
}
.lo-panel button.makeability {
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; min-height: 40px;
  font-size: 13.5px; line-height: 20px; color: var(--muted); text-wrap: pretty;
}
.lo-panel button.makeability[aria-expanded=true] { -webkit-line-clamp: none; }
.lo-panel .more { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0 20px; margin-top: 4px; font-size: 13px; }
.lo-panel summary {
  display: flex; align-items: center; gap: 6px; min-height: 40px; cursor: pointer; list-style: none; color: var(--ink);
}
.lo-panel summary::-webkit-details-marker { display: none; }
.lo-panel summary::after {
  content: ""; width: 6px; height: 6px; margin: -3px 2px 0; border: solid currentColor; border-width: 0 1.5px 1.5px 0;
  transform: rotate(45deg); transition: transform var(--t);
}
.lo-panel details[open] > summary::after { transform: translateY(3px) rotate(225deg); }
.lo-panel summary .icon { width: 17px; height: 17px; color: var(--caution); }
.lo-panel details[open] { flex-basis: 100%; }
.lo-panel details ul { max-height: 32vh; padding-bottom: 8px; overflow: auto; }
.lo-panel details li { padding: 6px 0 6px 14px; border-left: 2px solid var(--line); color: var(--muted); text-wrap: pretty; }
.lo-panel .saved { margin-left: auto; line-height: 40px; color: var(--muted); }

@media (max-width: 640px) {
  .lo-panel .sheet { margin: 0 calc(-1 * var(--lo-gutter, 0px)); padding: 0 20px; border-width: 1px 0 0; border-radius: 20px 20px 0 0; }
  .lo-panel .sheet::before {
    content: ""; display: block; width: 36px; height: 4px; margin: 0 auto; border-radius: 2px; background: var(--line);
    transform: translateY(8px);
  }
  .lo-panel .head { align-items: center; padding: 18px 0 6px; }
  .lo-panel h1 { font-size: 27px; }
  .lo-panel .subtitle { margin-top: 2px; font-size: 13.5px; }
  .lo-panel .nav { margin: 0 -20px; padding: 0 14px; }
  .lo-panel .group { padding: 14px 0 8px; min-height: 40vh; }
  .lo-panel .control::before { inset: 2px -12px; }
  .lo-panel .status { margin: 8px -20px 0; padding: 12px 20px calc(10px + env(safe-area-inset-bottom)); border-radius: 0; }
  .lo-panel .mass { font-size: 23px; }
  .lo-panel .line { gap: 14px; align-items: center; }
  .lo-panel button.makeability { font-size: 12.5px; }
  .lo-panel .more { margin-top: 0; gap: 0 16px; font-size: 12.5px; }
}
@media (prefers-reduced-motion: reduce) {
  .lo-panel *, .lo-panel *::before, .lo-panel *::after { transition: none !important; animation: none !important; }
}
@media (forced-colors: active) {
  .lo-panel .sheet { --edge: CanvasText; }
  .lo-panel :focus-visible { outline-color: Highlight; }
  .lo-panel .nav button:is([aria-current=true], [aria-selected=true])::after, .lo-panel .nav .dot { background: Highlight; forced-color-adjust: none; }
  .lo-panel .control[data-moved]::before { border: 1px solid Highlight; }
}
`;var St=`.lo-panel .entry { display: flex; align-items: center; margin-right: -10px; flex: none; }
.lo-panel .step {
  display: grid; place-items: center; width: 40px; height: 40px; border-radius: 50%; color: var(--muted); transition: color var(--t);
}
.lo-panel .step .icon { width: 18px; height: 18px; }
.lo-panel .step:hover { color: var(--ink); }
.lo-panel .step[aria-disabled=true] { color: color-mix(in srgb, var(--muted) 45%, var(--surface)); cursor: default; }
.lo-panel .figure {
  display: flex; align-items: baseline; justify-content: center; gap: 3px; min-height: 36px; padding: 0 10px; cursor: text;
  border: 1px solid var(--line); border-radius: 8px; transition: border-color var(--t);
}
.lo-panel .figure:hover { border-color: var(--edge); }
.lo-panel .figure:focus-within { border-color: var(--edge); outline: 2px solid var(--accent); outline-offset: 2px; }
.lo-panel .figure input {
  width: calc(var(--digits) * 1ch + 2px); padding: 6px 0; border: 0; background: none; text-align: right; font-weight: 540; font-size: 16px;
}
.lo-panel .figure input:focus-visible { outline: none; }
.lo-panel .unit { color: var(--muted); font-size: 13px; }

.lo-panel .slider { --thumb: 22px; position: relative; height: 40px; margin: 0 calc(var(--thumb) / -2 + 1px); }
.lo-panel .rail { position: absolute; inset: 0 calc(var(--thumb) / 2); pointer-events: none; }
/* what needs something else given up: hatched, so that it does not depend on colour */
.lo-panel .rail::before {
  content: ""; position: absolute; inset: 17px 0; border-radius: 3px; opacity: .8;
  background: repeating-linear-gradient(115deg, var(--edge) 0 1px, transparent 1px 5px);
}
.lo-panel .rail i { position: absolute; display: block; }
.lo-panel .rail .open { top: 17px; height: 6px; border-radius: 3px; background: var(--surface); }
.lo-panel .rail .open::after { content: ""; position: absolute; inset: 1px 0; border-radius: 2px; background: color-mix(in srgb, var(--accent) 62%, var(--surface)); }
.lo-panel .rail .unsure {
  top: 17px; height: 6px; background: var(--surface);
  background-image: radial-gradient(circle, var(--edge) 1px, transparent 1.5px); background-size: 6px 6px; background-position: 0 0;
}
.lo-panel .rail .mark { top: 27px; width: 1px; height: 5px; margin-left: -.5px; background: var(--edge); }
.lo-panel .rail .wished {
  top: 13px; width: 13px; height: 13px; margin-left: -6.5px; border: 2px solid var(--caution); background: var(--surface); transform: rotate(45deg);
}
.lo-panel input[type=range] {
  -webkit-appearance: none; appearance: none; position: absolute; inset: 0; width: 100%; height: 40px; margin: 0; background: none;
  cursor: pointer; touch-action: pan-y;
}
.lo-panel input[type=range]::-webkit-slider-runnable-track { height: 40px; background: none; }
.lo-panel input[type=range]::-moz-range-track { height: 40px; background: none; }
.lo-panel input[type=range]::-webkit-slider-thumb {
  -webkit-appearance: none; width: var(--thumb); height: var(--thumb); margin-top: 9px; border: 1.5px solid var(--accent);
  border-radius: 50%; background: var(--surface); box-shadow: inset 0 0 0 4px var(--surface), inset 0 0 0 12px var(--accent);
  transition: box-shadow var(--t), border-color var(--t);
}
.lo-panel input[type=range]::-moz-range-thumb {
  width: calc(var(--thumb) - 3px); height: calc(var(--thumb) - 3px); border: 1.5px solid var(--accent); border-radius: 50%;
  background: var(--surface); box-shadow: inset 0 0 0 4px var(--surface), inset 0 0 0 12px var(--accent);
}
.lo-panel input[type=range]:active::-webkit-slider-thumb { box-shadow: inset 0 0 0 2px var(--surface), inset 0 0 0 12px var(--accent); }
.lo-panel .slider[data-closed] input[type=range]::-webkit-slider-thumb {
  border-color: var(--caution); border-style: dashed; box-shadow: inset 0 0 0 4px var(--surface), inset 0 0 0 12px var(--caution);
}
.lo-panel .slider[data-closed] input[type=range]::-moz-range-thumb {
  border-color: var(--caution); border-style: dashed; box-shadow: inset 0 0 0 4px var(--surface), inset 0 0 0 12px var(--caution);
}
.lo-panel input[type=range]:focus-visible { outline: none; }
.lo-panel input[type=range]:focus-visible::-webkit-slider-thumb { outline: 2px solid var(--accent); outline-offset: 2px; }
.lo-panel input[type=range]:focus-visible::-moz-range-thumb { outline: 2px solid var(--accent); outline-offset: 2px; }
.lo-panel .ends {
  display: grid; grid-template-columns: auto 1fr auto; gap: 12px; margin-top: -8px; font-size: 12.5px; line-height: 1.4; color: var(--muted);
}
.lo-panel .free { text-align: center; text-wrap: balance; }
.lo-panel .free[data-closed] { color: var(--caution); }
@media (forced-colors: active) {
  .lo-panel .rail { forced-color-adjust: none; }
  .lo-panel .rail::before { background: repeating-linear-gradient(115deg, CanvasText 0 1px, Canvas 1px 5px); }
  .lo-panel .rail .open::after { background: Highlight; }
  .lo-panel .rail .wished { border-color: CanvasText; background: Canvas; }
  .lo-panel input[type=range]::-webkit-slider-thumb { border: 3px solid Highlight; background: Canvas; forced-color-adjust: none; }
  .lo-panel input[type=range]::-moz-range-thumb { border: 3px solid Highlight; background: Canvas; forced-color-adjust: none; }
}
`;var Nt=`.lo-panel .count { font-size: 13px; color: var(--muted); text-align: right; }
.lo-panel .count[data-over] { color: var(--caution); font-weight: 560; }
.lo-panel input.text {
  display: block; width: 100%; min-height: 46px; padding: 0 14px; font-size: 16px; border: 1px solid var(--edge); border-radius: var(--radius);
  background: none; transition: border-color var(--t);
}
.lo-panel input.text:hover { border-color: var(--muted); }
.lo-panel input.text:focus-visible { border-radius: var(--radius); }
.lo-panel input.text[aria-invalid=true] { border-color: var(--caution); }
.lo-panel .preview {
  display: grid; place-items: center; min-height: 76px; margin-top: 10px; padding: 12px 16px; overflow: hidden; text-align: center;
  border-radius: var(--radius); background: linear-gradient(160deg, #f4f1ec, #dcd7cf); color: #2a2825;
}
.lo-panel .sheet[data-theme=dark] .preview { background: linear-gradient(160deg, #2b2d30, #1a1b1d); color: #e6e3dd; }
@media (prefers-color-scheme: dark) {
  .lo-panel .sheet[data-theme=auto] .preview { background: linear-gradient(160deg, #2b2d30, #1a1b1d); color: #e6e3dd; }
}
.lo-panel .sample { max-width: 100%; line-height: 1.25; overflow-wrap: anywhere; white-space: pre-wrap; }
.lo-panel .preview[data-empty] .sample { opacity: .75; }
`;var Rt=[Mt,St,Ct,Nt,Et].join(`
`);var Cn=1200,Mn=6e3,Sn=8e3,Ae=18e4,le=class{constructor(e){this.component=e;this.data=e.data,this.say=me(this.data.texts),this.group=this.data.groups[0]?.id??"",this.outbox=new se(this.data.turn??0,(o,r)=>this.component.setTriggerValue(o,r),()=>this.data.turn!==void 0?!0:(this.update(this.component),!1)),this.root.className="lo-panel";let n=document.createElement("style");n.textContent=Rt;let a=document.createElement("div");this.root.append(n,a,this.announcer.region),e.parentElement.append(this.root),this.narrow.addEventListener("change",this.redraw),this.clock=setInterval(()=>this.tick(),1e3),this.redraw(),this.watch()}component;data;say;before=new Map;group;narrow=matchMedia("(max-width: 640px)");taking=null;late=!1;unfolded=!1;root=document.createElement("div");wishes=new Map;locals=new Map;outbox;announcer=new J;hidden="";fade=0;clock=0;held=0;observer=null;update(e){let n=this.data;this.component=e,this.data=e.data,this.say=me(this.data.texts);let a=this.outbox.settle(this.data.turn);for(let[h,u]of this.wishes)u.turn&&u.turn<=a.turn&&this.wishes.delete(h);this.taking=null,this.data.groups.some(h=>h.id===this.group)||(this.group=this.data.groups[0]?.id??"");let o=this.data.language===n.language,r=o?$t(n,this.data,this.say):[];if(r.length){this.before.clear();for(let h of r)this.before.set(h.name,h.before);clearTimeout(this.fade),this.fade=setTimeout(()=>{this.before.clear(),this.redraw()},Mn)}let i=this.data.answer,l=a.kind==="choose"||a.kind==="ask";(l||H(i)!==this.hidden)&&(this.hidden="");let s=i!==null&&(l||H(i)!==H(n.answer)),p=[...o?wt(n,this.data,this.say):[],...r.map(h=>this.say("moved",{...h}))];s&&p.unshift(qe(this,i)),this.announcer.say(p.join(". ")),this.redraw(),s&&this.reveal()}dispose(){this.outbox.close(),clearInterval(this.clock),clearTimeout(this.fade);for(let e of this.wishes.values())clearTimeout(e.timer);this.observer?.disconnect(),this.narrow.removeEventListener("change",this.redraw),this.root.remove()}shown(e,n){let a=this.wishes.get(e);return a&&typeof a.value==typeof n?a.value:n}busy(e){return(this.wishes.get(e)?.turn??0)>0}local(e){let n=this.locals.get(e);return n||this.locals.set(e,n=Qe()),n}choose(e,n,a=0){clearTimeout(this.wishes.get(e)?.timer);let o={value:n,turn:0,timer:0,since:Date.now()};this.wishes.set(e,o),Object.assign(this.local(e),{drag:null,note:null,wished:n}),this.hidden=H(this.data.answer),a?o.timer=setTimeout(()=>this.flush(e),a):this.flush(e),this.redraw()}flush(e){let n=this.wishes.get(e);!n||n.turn||(clearTimeout(n.timer),n.since=Date.now(),n.turn=this.outbox.put("choose",{name:e,value:n.value}),this.redraw())}send(e,n){e==="ask"&&(this.hidden=""),e==="dismiss"&&(this.hidden=H(this.data.answer)),e==="take"&&(this.taking=n.way),this.outbox.put(e,n),this.redraw()}answers(e){return this.data.answer?.name===e&&H(this.data.answer)!==this.hidden}go(e){if(this.group=e,this.held=Date.now()+Cn,this.redraw(),this.narrow.matches)return;let n=matchMedia("(prefers-reduced-motion: reduce)").matches;this.root.querySelector(`[data-group="${CSS.escape(e)}"]`)?.scrollIntoView({behavior:n?"auto":"smooth",block:"start"})}redraw=()=>{let e=this.root.children[1];e instanceof HTMLElement&&Oe(Tt(this),e)};reveal(){let e=this.root.querySelector(".answer"),n=matchMedia("(prefers-reduced-motion: reduce)").matches;e?.scrollIntoView({behavior:n?"auto":"smooth",block:"nearest"})}tick(){let e=Math.min(...[...this.wishes.values()].filter(o=>o.turn).map(o=>o.since),1/0),n=Date.now()-e;if(n>Ae)for(let[o,r]of this.wishes)Date.now()-r.since>Ae&&this.wishes.delete(o);let a=n>Sn&&n!==-1/0;(a!==this.late||n>Ae)&&(this.late=a,a&&this.announcer.say(this.say("late")),this.redraw())}watch(){let e=new Map;this.observer=new IntersectionObserver(n=>{for(let r of n)e.set(r.target,r.isIntersecting);if(this.narrow.matches||Date.now()<this.held)return;let o=[...this.root.querySelectorAll("[data-group]")].find(r=>e.get(r))?.getAttribute("data-group");o&&o!==this.group&&(this.group=o,this.redraw())},{rootMargin:"-15% 0px -60% 0px"});for(let n of this.root.querySelectorAll("[data-group]"))this.observer.observe(n)}};var pe=new WeakMap;function Nn(t){let e=t.parentElement,n=pe.get(e);return n?n.update(t):pe.set(e,new le(t)),()=>{pe.get(e)?.dispose(),pe.delete(e)}}export{Nn as default};
